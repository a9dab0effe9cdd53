package org.voicepact.platform.boundary;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.voicepact.platform.control.Announcement;
import org.voicepact.platform.control.Environment;
import org.voicepact.platform.control.TlsSettings;
import org.voicepact.platform.entity.DatabaseReady;

/** The one line that says that the server is ready and where everything is. */
@Singleton
public class ReadyAnnouncement {

  private static final Logger LOG = Logger.getLogger(ReadyAnnouncement.class.getName());

  private final String address;
  private final Environment environment;

  @Inject
  public ReadyAnnouncement(
      @ConfigProperty(name = "HTTP_HOST") String host,
      @ConfigProperty(name = "HTTP_PORT") int port,
      TlsSettings tls,
      Environment environment) {
    String scheme = tls.port().isPresent() ? "https" : "http";
    this.address = scheme + "://" + (host.equals("*") ? "localhost" : host) + ":"
        + tls.port().orElse(port);
    this.environment = environment;
  }

  void announce(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) DatabaseReady ready) {
    LOG.log(
        Announcement.AUDIT,
        () -> "VoicePact is ready ("
            + environment.name().wire()
            + "): API "
            + address
            + "/api/v1, "
            + (environment.isProduction() ? "" : "documentation " + address + "/openapi/ui, ")
            + "health "
            + address
            + "/health");
  }
}
