"""What aggregators print about stories, as options that a composer draws from; the second half of each row is kept for checking.

A row is (options that the reader was tuned on, options that only `--held` draws).
"""

from __future__ import annotations

OUTLETS = (
    ["AFP", "Reuters", "The Associated Press", "CNN", "The Hill", "WGN News", "Foreign Policy", "Fox News", "BBC", "dpa", "KTLA", "Axios",
     "The Independent", "TheConversationAU", "UPI", "Xinhua", "Washington Post"],
    ["POLITICO", "NPR", "Daily Mail", "Sky News", "CBS Chicago", "Newsweek", "The Harbour Post", "KWTX", "Business Insider", "The Guardian",
     "Kesten Herald", "ABC 7 Lakeside", "USA TODAY", "Le Courrier du Lac", "The US Sun", "HuffPost", "Salon"],
)  # fmt: skip
CATEGORIES = (
    ["Politics", "World", "Business", "Health", "Technology", "Sports", "Crime & Safety", "Foreign Policy", "Environment"],
    ["Public Safety", "Entertainment", "U.S. Politics", "Military", "Economy", "Science", "Local News", "Opinion", "Travel", "Money"],
)  # fmt: skip
NAV = (
    [
        ["Skip to content", "Home", "News", "Sports", "Weather", "Watch Live", "Sign in"],
        ["For you", "Headlines", "Following", "Local", "U.S.", "World", "Search"],
        ["Open in app", "Discover", "Politics", "Money", "Entertainment", "Sign up", "Log in"],
    ],
    [
        ["msn", "Skip to footer", "web search", "Microsoft Start", "Discover", "Following", "News", "Shopping", "Personalize"],
        ["Today", "News+", "Sports", "Audio", "Following", "Get the app"],
        ["Top", "Entertainment", "Lifestyle", "U.S.", "Tech", "Download the App", "About us"],
        ["BREAKING", "Live TV", "Subscribe", "My account", "Newsletters", "Donate"],
    ],
)
SECTIONS = (
    ["More for you", "Trending Now", "Related stories", "Top stories", "More from {outlet}", "You may also like", "Recommended"],
    ["Up next", "Sponsored content you may like", "From around the web", "In other news", "Don't miss", "Explore more", "Full coverage",
     "What others are reading", "Also in {category}", "Most viewed in {category}", "Next stories", "Editors' picks", "Popular in your area"],
)  # fmt: skip
CARDS = (  # a list a line of the card; "a+b" are joined in one line
    [
        ["publisher", "headline", "teaser", "category"],
        ["headline", "teaser", "publisher+age"],
        ["publisher", "headline", "age"],
        ["headline"],
        ["category", "headline", "teaser", "age"],
        ["headline", "publisher", "age"],
        ["publisher+age", "headline", "teaser"],
    ],
    [
        ["publisher", "age", "headline", "teaser"],
        ["category", "headline", "teaser", "publisher+age"],
        ["headline", "teaser"],
        ["headline", "publisher+age"],
        ["age", "headline", "teaser", "publisher"],
        ["category", "publisher", "headline", "teaser"],
        ["publisher", "headline", "teaser", "age+read"],
        ["headline", "teaser", "publisher", "more"],
        ["publisher", "headline", "category+age"],
        ["headline", "teaser", "by+age"],
    ],
)
HEADS = (
    [
        ["category", "headline", "byline", "publisher", "age"],
        ["publisher", "headline", "byline+age"],
        ["headline", "publisher+age", "byline"],
        ["category", "headline", "sub", "byline", "date"],
        ["publisher", "date", "headline", "byline"],
    ],
    [
        ["headline", "byline+publisher", "date+read"],
        ["publisher+age", "category", "headline", "byline"],
        ["headline", "sub", "publisher", "byline", "date"],
        ["category+age", "headline", "byline+publisher"],
        ["headline", "byline", "published"],
        ["byline", "publisher", "headline", "age"],
        ["category", "date", "headline", "publisher"],
    ],
)
JOINS = ([" • ", " · ", " | "], [" - ", " – ", "  ", ", ", " / "])
BYLINES = (["By {names}", "{names}"], ["Story by {names}", "Written by {names}", "by {names}"])
AGES = (["{n}h ago", "{n} hours ago", "{d} days ago"], ["{d}d", "{n}h", "{n} hrs ago", "{d} days", "Yesterday", "{d}d ago"])
DATES = (
    ["{month} {day}, {year}", "{month} {day}, {year}, 8:21 AM", "Published: {mon} {day}, {year} at 8:27 p.m."],
    [
        "{day} {month} {year}",
        "{year}-{number:02d}-{day:02d}",
        "Updated {mon} {day}, {year} 4:10 PM EST",
        "{mon}. {day}, {year} / 10:04 AM",
    ],
)
TRUNCATIONS = (["...", "…", " […]", ""], ["......", " ...", " [...]", "… Read more"])
CAPTIONS = (
    ["{caption} /{credit}"],
    ["{caption} ({credit})", "{caption} | {credit}", "{caption} (Photo: {credit})", "{caption} Credit: {credit}"],
)
CREDITS = (["AFP", "Getty Images", "Pool Photo via AP"], ["Handout/Reuters/File", "AP Photo/Alex Brandt", "dpa/File"])
TAGS = (
    ["#{0}#{1}#{2}#{3}", "#{0} #{1} #{2} #{3}", "Tags: {0}, {1}, {2}, {3}"],
    [
        "Topics\n{0}\n{1}\n{2}\n{3}",
        "TAGS\n{0}, {1}, {2}, {3}",
        "In this article\n#{0}\n#{1}\n#{2}\n#{3}",
        "Topics: {0} | {1} | {2} | {3}",
    ],
)
TOPICS = [
    "Kazakhstan",
    "Ex Soviet",
    "Congress",
    "Lake Maren",
    "Nato",
    "Chicago",
    "Fuel Prices",
    "Harbour Board",
    "Covid",
    "Elections",
]
INSETS = (
    [
        "Read more\n{h0}\n{h1}\n{h2}",
        "RELATED: {h0}",
        "More from {outlet}\n{h0}\n{h1}",
        "Advertisement",
        "Related\n- {h0}\n- {h1}",
    ],
    [
        "READ MORE: {h0}",
        "ALSO READ\n{h0}\n{h1}\n{h2}",
        "Story continues below advertisement",
        "Related video: {h0} ({outlet})",
        "Sign up for our morning briefing\nYour email address\nSubscribe",
        "See also: {h0}",
        "Recommended\n{outlet}\n{h0}\n{outlet2}\n{h1}",
    ],
)
FIGURES = (
    ["{name}\n{f}K+\nFollowers\n{p}K+\nPosts\n{v}M+\nViews\nABOUT\n{about}\n{url}"],
    [
        "About {name}\n{about}\n{url}\n{f}K Followers • {p}K Posts • {v}M Views",
        "{name}\n{about}\n{f}K followers · {p}K posts · {v}M views\n{url}",
        "{name}\nFollow\nFollowers: {f}K\nPosts: {p}K\nViews: {v}M\n{about}\n{url}",
    ],
)
COMMENTS = (
    ["Comments / 0", "Comments / 3\nLake Dweller\nThey should have asked the people who live there first.\n2h ago\nReply"],
    [
        "View comments (12)",
        "12 Comments\nMara K.\n3 hours ago\nNobody ever fixes the road that leads there, so what is the point?\n4 Likes\nReply\nTed\n1 day ago\nAbout time.\nReply",
        "Join the conversation\nLeave a comment",
    ],
)
OTHERS = (
    [
        "Advertisement",
        "Poll: Do you agree with the decision?\nYes\nNo\nNot sure\nVote",
        "Download the app for the best experience",
        "Kesten, 54°F\nMostly cloudy\nSee full forecast",
    ],
    [
        "AdShop Now\nWhy this ad?",
        "Sponsored · Lakeside Motors\nDrive home the new hybrid today\nShop now",
        "What do you think?\n😀 12\n😡 4\nLogin to vote",
        "Local weather\n61°\nPartly sunny\nH: 68° L: 52°",
        "Get breaking news in your inbox\nEnter your email\nSubscribe",
    ],
)
FOOTERS = (
    ["About\nContact\nPrivacy Policy\nTerms of Use\n© {year} {site}. All rights reserved."],
    [
        "Privacy & Cookies\nTerms of use\nAdvertise\nOur ads\n© {year} {site}",
        "Careers | Help | Terms | Privacy\nCopyright {year} {site}",
        "Back to top",
    ],
)
SITES = ["Start Desk", "Lakeside Today", "Flipside News", "Smart Reader", "Newsroom 24"]
SHARES = (
    ["Share\nTweet\nEmail", "Share", "Follow"],
    ["Like\nComment\nShare", "Listen to this article\n4 min", "Follow View Profile\nSave", "Copy link"],
)
