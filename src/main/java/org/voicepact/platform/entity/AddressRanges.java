package org.voicepact.platform.entity;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A list of internet addresses and ranges in CIDR notation (RFC 4632, RFC 4291), as {@code 10.0.0.0/8, ::1}. */
public final class AddressRanges {

  // By itself the library also reads "", "*" and "1.2".
  private static final IPAddressStringParameters STRICT = new IPAddressStringParameters.Builder()
      .allowEmpty(false)
      .allowAll(false)
      .allowSingleSegment(false)
      .toParams();

  private final List<IPAddress> ranges;

  private AddressRanges(List<IPAddress> ranges) {
    this.ranges = ranges;
  }

  /**
   * @param setting addresses and ranges, separated by commas; blank is the empty list
   * @throws IllegalArgumentException where a part is neither
   */
  public static AddressRanges parse(String setting) {
    return new AddressRanges(Arrays.stream(setting.split(","))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .map(AddressRanges::range)
        .toList());
  }

  public boolean isEmpty() {
    return ranges.isEmpty();
  }

  /** Whether a range holds the address; a text that is no address is in none. */
  public boolean contains(String address) {
    return !ranges.isEmpty()
        && single(address)
            .filter(plain -> ranges.stream().anyMatch(range -> range.contains(plain)))
            .isPresent();
  }

  /** The one address that the text is; an IPv4 address in its IPv6 spelling as a plain one. */
  static Optional<IPAddress> single(String text) {
    return Optional.ofNullable(new IPAddressString(text, STRICT).getAddress())
        .filter(parsed -> !parsed.isMultiple())
        .map(parsed -> parsed.isIPv6() && parsed.toIPv6().isIPv4Mapped()
            ? parsed.toIPv6().getEmbeddedIPv4Address()
            : parsed);
  }

  private static IPAddress range(String part) {
    try {
      IPAddress range = new IPAddressString(part, STRICT).toAddress();
      if (range == null || range.isMultiple() && !range.isPrefixBlock()) {
        throw new IllegalArgumentException(part + " is no address and no range in CIDR notation");
      }
      return range;
    } catch (AddressStringException e) {
      throw new IllegalArgumentException(part + " is no address and no range in CIDR notation", e);
    }
  }
}
