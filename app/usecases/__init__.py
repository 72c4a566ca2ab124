"""The use case floor: what people come to do, one file each."""
