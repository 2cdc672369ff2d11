"""The benchmark over HTTP: twelve queries put to Mithaq, Oxigraph and rdflib-endpoint, on the same data, side by side.

A query is a file in the folder queries; `<TREATY>` in it stands for a treaty of the data set.
"""
