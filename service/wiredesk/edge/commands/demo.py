"""`wiredesk demo`: sample pages through a real broker and a real worker, and what came out, on one screen."""
