"""What a question asks, by what stands in it: tables of rules, one file a matter."""
