"""What the program says, in other languages: `packaging/dev i18n`."""
