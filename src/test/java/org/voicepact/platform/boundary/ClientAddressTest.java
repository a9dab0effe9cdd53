package org.voicepact.platform.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClientAddressTest {

  private static final String PROXY = "10.0.0.1";
  private static final String STRANGER = "203.0.113.9";

  private final ClientAddress behindProxies = new ClientAddress(Optional.of("10.0.0.0/8, ::1"));

  @Test
  void withoutTrustedProxiesThePeerIsTheClientWhateverItSays() {
    ClientAddress direct = new ClientAddress(Optional.empty());
    assertThat(direct.of(request(STRANGER, "X-Forwarded-For", "192.0.2.1"))).isEqualTo(STRANGER);
  }

  @Test
  void anUnknownPeerIsNotBelieved() {
    assertThat(behindProxies.of(request(STRANGER, "X-Forwarded-For", "192.0.2.1")))
        .isEqualTo(STRANGER);
  }

  @Test
  void behindProxiesItIsTheRightMostAddressThatIsNotTheirs() {
    assertThat(
            behindProxies.of(request(PROXY, "X-Forwarded-For", "192.0.2.66, 192.0.2.1, 10.0.0.7")))
        .isEqualTo("192.0.2.1");
    assertThat(behindProxies.of(request(PROXY, "X-Forwarded-For", "192.0.2.66", "192.0.2.1")))
        .isEqualTo("192.0.2.1");
    assertThat(behindProxies.of(request(PROXY, "X-Forwarded-For", "10.0.0.8, 10.0.0.7")))
        .isEqualTo("10.0.0.8");
    assertThat(behindProxies.of(request(PROXY))).isEqualTo(PROXY);
  }

  @Test
  void theHeaderOfRfc7239IsReadAsWell() {
    assertThat(behindProxies.of(
            request(PROXY, "Forwarded", "for=192.0.2.66, for=\"[2001:db8::17]:4711\";proto=https")))
        .isEqualTo("2001:db8::17");
    assertThat(
            behindProxies.of(request("::1", "Forwarded", "proto=https;For=192.0.2.1;by=10.0.0.1")))
        .isEqualTo("192.0.2.1");
    assertThat(behindProxies.of(request(PROXY, "Forwarded", "for=unknown"))).isEqualTo(PROXY);
    assertThat(behindProxies.of(request(
            PROXY,
            Map.of("X-Forwarded-For", List.of("192.0.2.66"), "Forwarded", List.of("for=_hidden")))))
        .isEqualTo(PROXY);
    // The caller wrote the first, and the proxy does not say who the caller is.
    assertThat(behindProxies.of(request(PROXY, "Forwarded", "for=192.0.2.1, for=_hidden")))
        .isEqualTo(PROXY);
  }

  @Test
  void whereBothHeadersAreThereOnlyWhatBothSayIsBelieved() {
    Map<String, List<String>> both = Map.of(
        "X-Forwarded-For", List.of("192.0.2.1"), "Forwarded", List.of("for=192.0.2.1;proto=https"));
    Map<String, List<String>> smuggled =
        Map.of("X-Forwarded-For", List.of("192.0.2.66"), "Forwarded", List.of("for=192.0.2.1"));

    assertThat(behindProxies.of(request(PROXY, both))).isEqualTo("192.0.2.1");
    assertThat(behindProxies.of(request(PROXY, smuggled))).isEqualTo(PROXY);
  }

  @Test
  void aWrongSettingIsRefused() {
    assertThatThrownBy(() -> new ClientAddress(Optional.of("the proxy")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("TRUSTED_PROXIES must ");
  }

  /** A request of a peer with one header, in as many lines as there are values. */
  private static HttpServletRequest request(String peer, String... header) {
    return request(
        peer,
        header.length == 0
            ? Map.of()
            : Map.of(header[0], Arrays.asList(header).subList(1, header.length)));
  }

  /** With the lines of each header. */
  private static HttpServletRequest request(String peer, Map<String, List<String>> headers) {
    return (HttpServletRequest) Proxy.newProxyInstance(
        ClientAddressTest.class.getClassLoader(),
        new Class<?>[] {HttpServletRequest.class},
        (proxy, method, arguments) -> switch (method.getName()) {
          case "getRemoteAddr" -> peer;
          case "getHeaders" ->
            Collections.enumeration(headers.getOrDefault(arguments[0], List.of()));
          default -> throw new AssertionError(method);
        });
  }
}
