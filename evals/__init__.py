"""Quality, measured: one scorer a capability, each over public data or over this repository's samples."""
