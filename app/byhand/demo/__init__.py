"""The demo: two people on this computer, friends made and files handed over by Byhand itself."""
