package org.voicepact.platform.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where people reach this server ({@code PUBLIC_URL}); it stands on every certificate. */
@Singleton
public class PublicAddress implements Configured {

  private static final String NAME = "PUBLIC_URL";
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final URI base;
  private final boolean isLoopback;

  /**
   * @param setting the port of this machine where it is not set
   * @throws IllegalStateException where it is no such address
   */
  @Inject
  public PublicAddress(
      @ConfigProperty(name = NAME) Optional<String> setting,
      @ConfigProperty(name = "HTTP_PORT") int port,
      TlsSettings tls,
      Environment environment) {
    this.base = setting
        .map(value -> checked(value, environment))
        .orElseGet(() -> URI.create(
            tls.port().isPresent()
                ? "https://localhost:" + tls.port().getAsInt()
                : "http://localhost:" + port));
    this.isLoopback = setting.isEmpty() || isLoopback(base);
  }

  /** In production only an address that nobody else can reach may be without encryption. */
  private static URI checked(String value, Environment environment) {
    return UrlSetting.parse(value, true)
        .filter(url -> url.getRawPath().isEmpty() || url.getRawPath().equals("/"))
        .filter(url -> !environment.isProduction()
            || isLoopback(url)
            || url.getScheme().equalsIgnoreCase("https"))
        .map(url -> url.resolve("/"))
        .orElseThrow(() -> new IllegalStateException(NAME
            + " must be the https address of this server, as people reach it, without user, path,"
            + " query and fragment (http outside production)"));
  }

  private static boolean isLoopback(URI url) {
    return LOOPBACK.contains(url.getHost());
  }

  /** Whether nobody but this machine reaches it, so that a certificate's address leads nowhere. */
  public boolean isLoopback() {
    return isLoopback;
  }

  /** Whether people reach it by HTTPS. */
  public boolean isEncrypted() {
    return base.getScheme().equalsIgnoreCase("https");
  }

  /**
   * @param path from the root of this server on, with its slash
   */
  public URI of(String path) {
    return base.resolve(path);
  }
}
