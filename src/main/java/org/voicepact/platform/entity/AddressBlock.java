package org.voicepact.platform.entity;

import inet.ipaddr.IPAddress;

/**
 * What counts as one address. An IPv6 network hands whole blocks of 64 bits to one subscriber, who can choose
 * another address for every request, so the block is counted; IPv4 in its IPv6 spelling is the same as plain.
 *
 * @param value the same for all addresses of the block; one word for all that is no address
 */
public record AddressBlock(String value) {

  private static final int SUBSCRIBER = 64;
  private static final AddressBlock UNKNOWN = new AddressBlock("unknown");

  public static AddressBlock of(String address) {
    return AddressRanges.single(address).map(AddressBlock::of).orElse(UNKNOWN);
  }

  private static AddressBlock of(IPAddress address) {
    IPAddress block =
        address.isIPv6() ? address.toIPv6().removeZone().toPrefixBlock(SUBSCRIBER) : address;
    return new AddressBlock(block.toCanonicalString());
  }
}
