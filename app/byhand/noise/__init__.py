"""The Noise Protocol Framework, revision 34, without I/O and in the specification's own names.

`HandshakeState` turns messages into a `Session`; a session holds one `CipherState` a direction.
Section marks (§) in this package point into that specification.
"""
