"""One file an agency: its credits, the form of its datelines, its sign-off."""
