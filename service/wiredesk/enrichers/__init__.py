"""One file a kind of fact that `enrich` adds to a story: dateline places, mentions, quotes, subjects, edition, ..."""
