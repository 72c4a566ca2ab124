"""The stage floor: the steps that carry a turn from one milestone to the next."""
