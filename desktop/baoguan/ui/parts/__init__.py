"""Small widgets and painters that panes are built from; they know no selection."""
