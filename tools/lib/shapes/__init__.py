"""Writes the shapes of an AWS service as headers of ec2wire; tools/shapes is its command."""
