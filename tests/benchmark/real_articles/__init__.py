"""The benchmark of extraction on articles of real length: the shipped ones and those that patterns are developed on."""
