"""Annotations: describing a place in a text and finding it again."""
