package org.voicepact.access.control;

import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;

/** The public keys of another issuer, a JWK set (RFC 7517) at an address, which is asked again when a key is not known. */
final class RemoteKeys {

  /**
   * For a connection, and again for what it brings. One at a time asks, so who waits in line and then asks too waits for twice as long:
   * a request can.
   */
  private static final int PATIENCE_MILLIS = 2_000;

  private RemoteKeys() {}

  /** @throws IllegalArgumentException where the address is a relative one */
  static JWKSourceBuilder<SecurityContext> at(URI address) throws MalformedURLException {
    DefaultResourceRetriever retriever = new DefaultResourceRetriever(
        PATIENCE_MILLIS, PATIENCE_MILLIS, JWKSourceBuilder.DEFAULT_HTTP_SIZE_LIMIT);
    // Ahead of time they would be read by a thread that the container does not know.
    return JWKSourceBuilder.create(address.toURL(), retriever)
        .cache(JWKSourceBuilder.DEFAULT_CACHE_TIME_TO_LIVE, 2 * PATIENCE_MILLIS)
        .refreshAheadCache(false);
  }
}
