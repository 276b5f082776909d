"""What the checks of a published site share: its pages, the browser, and how problems are told."""
