"""The window: Qt only; it shows what the service tells and hands it the user's orders."""
