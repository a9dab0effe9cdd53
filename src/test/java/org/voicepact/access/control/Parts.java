package org.voicepact.access.control;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.voicepact.access.OtherIssuer;
import org.voicepact.access.entity.ApiKey;
import org.voicepact.platform.control.Environment;
import org.voicepact.platform.control.InstallationSecret;
import org.voicepact.platform.control.KeptSecrets;

/** The beans of this package with the settings that a test wants, and their defaults for the rest. */
final class Parts {

  static final String SECRET = "K4vQm8zT2wXr9LpB6nYc3HsD7fJg5aEu";
  static final String PREVIOUS = "Zt7Rw2Nq9Xk4Vb6Mj3Hg8Lp5Sd1Fc0Ay";

  static final String METRICS_TOKEN = "f0dK-q27wTz_93hVxLpa6Y";

  private Parts() {}

  static InstallationSecret secret(String text) {
    Environment development = new Environment("development");
    return new InstallationSecret(
        Optional.of(text), new KeptSecrets("unused", development), development, new SecureRandom());
  }

  static TokenSettings tokens(Optional<OtherIssuer> other) {
    return new TokenSettings(
        secret(SECRET),
        new Environment("development"),
        Optional.of(" , " + PREVIOUS + " ,"),
        "voicepact",
        "voicepact",
        "10",
        other.map(OtherIssuer::location),
        other.map(any -> OtherIssuer.NAME));
  }

  /**
   * @param apiKeys the value of API_KEYS
   */
  static ConfiguredKeys keys(Path directory, String environment, String apiKey, String apiKeys) {
    Environment kind = new Environment(environment);
    return new ConfiguredKeys(
        Optional.ofNullable(apiKey),
        Optional.ofNullable(apiKeys),
        new KeptSecrets(directory.toString(), kind),
        kind,
        new SecureRandom());
  }

  static AccessSettings access(String authMode, String openRead) {
    return new AccessSettings(authMode, openRead, "phone", new Environment("development"));
  }

  /** With keys that are set, and none in a database. */
  static Authenticating authenticating(AccessSettings access, ConfiguredKeys keys, Clock clock) {
    MadeKeys none = new MadeKeys(null, clock) {
      @Override
      public Optional<ApiKey> use(String hash) {
        return Optional.empty();
      }

      @Override
      public Optional<ApiKey> find(String id) {
        return Optional.empty();
      }

      @Override
      public List<ApiKey> all() {
        return List.of();
      }
    };
    MetricsAccess metrics =
        new MetricsAccess("on", Optional.of(METRICS_TOKEN), new Environment("development"));
    return new Authenticating(
        access,
        new ApiKeys(keys, none, clock),
        new CheckingToken(tokens(Optional.empty()), clock),
        metrics);
  }
}
