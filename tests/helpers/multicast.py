"""A program that listens to mDNS, or sends it: one packet in hexadecimal a line.

`multicast.py listen INTERFACE` writes the payload of every packet that passes there from or to
port 5353; `multicast.py send ADDRESS [TO]` sends what it is given from port 5353 of our own
ADDRESS, to everybody or to one address.
"""

import socket
import sys

ETHERNET_BYTES, IPV6_BYTES, UDP_BYTES = 14, 40, 8
ETHERTYPE_IPV4, ETHERTYPE_IPV6 = 0x0800, 0x86DD
ALL_PROTOCOLS = 3
UDP = 17
MDNS_PORT = 5353


def listen(interface: str) -> None:
    protocol = socket.htons(ALL_PROTOCOLS)
    with socket.socket(socket.AF_PACKET, socket.SOCK_RAW, protocol) as sock:
        sock.bind((interface, 0))
        print("listening", flush=True)
        while True:
            payload = mdns_payload(sock.recv(65_535))
            if payload:
                print(payload.hex(), flush=True)


def mdns_payload(frame: bytes) -> bytes:
    """Return what an Ethernet frame carries from or to port 5353 over UDP, else nothing."""
    ethertype = int.from_bytes(frame[12:14], "big")
    packet = frame[ETHERNET_BYTES:]
    if ethertype == ETHERTYPE_IPV4 and packet[9] == UDP:
        segment = packet[(packet[0] & 15) * 4 :]
    elif ethertype == ETHERTYPE_IPV6 and packet[6] == UDP:
        segment = packet[IPV6_BYTES:]
    else:
        return b""
    is_mdns = MDNS_PORT.to_bytes(2, "big") in (segment[:2], segment[2:4])
    return segment[UDP_BYTES : int.from_bytes(segment[4:6], "big")] if is_mdns else b""


def send(address: str, to: str) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind((address, MDNS_PORT))
        sock.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(address))
        sock.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, 255)
        for line in sys.stdin:
            sock.sendto(bytes.fromhex(line), (to, MDNS_PORT))
        print("sent", flush=True)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["listen", interface]:
            listen(interface)
        case ["send", own]:
            send(own, "224.0.0.251")
        case ["send", own, to]:
            send(own, to)
