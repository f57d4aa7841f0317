"""What a user can do, without a screen: archive, commands, changes, preferences."""
