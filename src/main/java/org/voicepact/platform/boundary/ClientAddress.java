package org.voicepact.platform.boundary;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.voicepact.platform.control.AddressSetting;
import org.voicepact.platform.control.Configured;
import org.voicepact.platform.entity.AddressRanges;

/**
 * The address that a request comes from. Behind proxies that {@code TRUSTED_PROXIES} lists it is the
 * right-most address of {@code X-Forwarded-For} or {@code Forwarded} that is not one of theirs; what an
 * unknown peer writes into these headers is not believed. Where both are there and do not say the same, one of them came
 * with the request through a proxy that only knows the other, and neither is believed.
 */
@Singleton
public class ClientAddress implements Configured {

  private static final String FORWARDED_FOR = "X-Forwarded-For";
  private static final String FORWARDED = "Forwarded";

  private static final Set<String> LOOPBACK_NAMES =
      Set.of("localhost", "127.0.0.1", "::1", "[::1]", "0:0:0:0:0:0:0:1");

  private static final Pattern FOR =
      Pattern.compile("(?i)(?:^|;)\\s*for=\"?\\[?([0-9a-f.:]+?)]?(?::[0-9]+)?\"?\\s*(?:;|$)");

  /** Some proxies note the port as well, as {@code 192.0.2.1:4711} or {@code [2001:db8::1]:4711}. */
  private static final Pattern PORT =
      Pattern.compile("^(?:\\[([^\\]]+)](?::[0-9]+)?|([0-9.]+):[0-9]+)$");

  private final AddressRanges trustedProxies;

  /**
   * @throws IllegalStateException where the setting is no list of addresses
   */
  @Inject
  public ClientAddress(@ConfigProperty(name = "TRUSTED_PROXIES") Optional<String> trustedProxies) {
    this.trustedProxies = AddressSetting.read("TRUSTED_PROXIES", trustedProxies);
  }

  public String of(HttpServletRequest request) {
    String nearest = request.getRemoteAddr();
    if (!trustedProxies.contains(nearest)) {
      return nearest;
    }
    List<String> addresses = forwardedFor(request);
    List<String> others = forwarded(request);
    if (!addresses.isEmpty() && !parts(request, FORWARDED).isEmpty()) {
      String said = client(nearest, addresses);
      return said.equals(client(nearest, others)) ? said : nearest;
    }
    return client(nearest, addresses.isEmpty() ? others : addresses);
  }

  private String client(String peer, List<String> nearestFirst) {
    String nearest = peer;
    for (String address : nearestFirst) {
      nearest = address;
      if (!trustedProxies.contains(address)) {
        break;
      }
    }
    return nearest;
  }

  /** Whether the request came through a proxy, trusted or not. */
  public static boolean isForwarded(HttpServletRequest request) {
    return request.getHeader(FORWARDED_FOR) != null || request.getHeader(FORWARDED) != null;
  }

  /**
   * Whether it comes from a program on this machine that names this machine. A page of a browser that was led here under
   * another name has that name in {@code Host} (DNS rebinding), and what a tunnel brings is forwarded.
   */
  public static boolean isFromThisMachine(HttpServletRequest request) {
    try {
      return !isForwarded(request)
          && LOOPBACK_NAMES.contains(request.getServerName())
          && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** The addresses of {@code X-Forwarded-For}, the nearest first. */
  private static List<String> forwardedFor(HttpServletRequest request) {
    return reversed(parts(request, FORWARDED_FOR).stream()
        .map(part -> PORT.matcher(part).replaceFirst("$1$2"))
        .toList());
  }

  /**
   * Those of {@code Forwarded}, the nearest first, up to a hop that does not say its address (RFC 7239, 6.2 and 6.3): what
   * stands before it, that hop was told by somebody whom nobody knows.
   */
  private static List<String> forwarded(HttpServletRequest request) {
    return reversed(parts(request, FORWARDED)).stream()
        .map(ClientAddress::ofHop)
        .takeWhile(Optional::isPresent)
        .flatMap(Optional::stream)
        .toList();
  }

  private static List<String> reversed(List<String> addresses) {
    List<String> nearestFirst = new ArrayList<>(addresses);
    Collections.reverse(nearestFirst);
    return nearestFirst;
  }

  private static List<String> parts(HttpServletRequest request, String header) {
    return Collections.list(request.getHeaders(header)).stream()
        .flatMap(line -> Arrays.stream(line.split(",")))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /** The address of one hop in {@code Forwarded} (RFC 7239, 5.2), as {@code for="[2001:db8::1]:4711";proto=https}. */
  private static Optional<String> ofHop(String hop) {
    Matcher matcher = FOR.matcher(hop);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
