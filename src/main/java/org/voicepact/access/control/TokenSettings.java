package org.voicepact.access.control;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.voicepact.platform.control.Configured;
import org.voicepact.platform.control.Environment;
import org.voicepact.platform.control.InstallationSecret;
import org.voicepact.platform.control.SecretStrength;
import org.voicepact.platform.control.SettingFaults;
import org.voicepact.platform.control.SettingList;
import org.voicepact.platform.control.WholeNumberSetting;

/** Which tokens are taken, and how long our own live. */
@Singleton
public class TokenSettings implements Configured {

  /** What keys of others may sign with. */
  static final Set<JWSAlgorithm> ASYMMETRIC = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

  /** In bytes. HMAC pads a shorter key with zeros to its block (RFC 2104, 2), so padding it here changes no MAC. */
  private static final int HMAC_KEY = 32;

  /** Keys of others that cannot be read anew are good for this long. */
  private static final Duration OUTAGE = Duration.ofHours(1);

  private final List<SecretKey> secrets;
  private final String issuer;
  private final String audience;
  private final Duration lifetime;
  private final Optional<String> otherIssuer;
  private final Optional<JWKSource<SecurityContext>> otherKeys;

  /**
   * @param previousSecrets {@code SECRET_KEY_PREVIOUS}, separated by commas: their tokens are still taken
   * @param minutes {@code ACCESS_TOKEN_EXPIRE_MINUTES}, from 1 on
   * @param keyLocation {@code JWT_PUBLIC_KEY_LOCATION}, the address of a JWK set (RFC 7517)
   * @param otherIssuer {@code JWT_PUBLIC_KEY_ISSUER}, the {@code iss} of tokens that are signed with those keys
   * @throws IllegalStateException where one of them makes no sense
   */
  @Inject
  public TokenSettings(
      InstallationSecret secret,
      Environment environment,
      @ConfigProperty(name = "SECRET_KEY_PREVIOUS") Optional<String> previousSecrets,
      @ConfigProperty(name = "JWT_ISSUER") String issuer,
      @ConfigProperty(name = "JWT_AUDIENCE") String audience,
      @ConfigProperty(name = "ACCESS_TOKEN_EXPIRE_MINUTES") String minutes,
      @ConfigProperty(name = "JWT_PUBLIC_KEY_LOCATION") Optional<String> keyLocation,
      @ConfigProperty(name = "JWT_PUBLIC_KEY_ISSUER") Optional<String> otherIssuer) {
    List<String> previous = SettingList.parts(previousSecrets.orElse(""));
    this.secrets = new ArrayList<>(List.of(hmacKey(secret.bytes())));
    previous.forEach(each -> secrets.add(hmacKey(each.getBytes(StandardCharsets.UTF_8))));
    this.issuer = issuer;
    this.audience = audience;
    this.otherIssuer = otherIssuer;
    SettingFaults faults = new SettingFaults();
    this.lifetime = faults.read(() ->
        Duration.ofMinutes(WholeNumberSetting.read("ACCESS_TOKEN_EXPIRE_MINUTES", minutes, 1)));
    this.otherKeys = faults.read(() -> keyLocation.map(location -> keys(location, environment)));
    faults.run(this::checkIssuers);
    previous.forEach(
        each -> faults.run(() -> SecretStrength.check("SECRET_KEY_PREVIOUS", each, environment)));
    faults.check();
  }

  private void checkIssuers() {
    if (otherKeys != null && otherKeys.isPresent() != otherIssuer.isPresent()) {
      throw new IllegalStateException(
          "JWT_PUBLIC_KEY_LOCATION and JWT_PUBLIC_KEY_ISSUER must be set together");
    }
    if (otherIssuer.filter(issuer::equals).isPresent()) {
      throw new IllegalStateException(
          "JWT_PUBLIC_KEY_ISSUER must not be the JWT_ISSUER of this server's own tokens");
    }
  }

  private static SecretKey hmacKey(byte[] secret) {
    return new SecretKeySpec(
        Arrays.copyOf(secret, Math.max(secret.length, HMAC_KEY)), "HmacSHA256");
  }

  private static JWKSource<SecurityContext> keys(String location, Environment environment) {
    try {
      URI address = URI.create(location);
      boolean encrypted = "https".equals(address.getScheme());
      if (encrypted || "http".equals(address.getScheme()) && !environment.isProduction()) {
        return RemoteKeys.at(address).outageTolerant(OUTAGE.toMillis()).build();
      }
    } catch (IllegalArgumentException | MalformedURLException e) {
      throw wrongLocation();
    }
    throw wrongLocation();
  }

  private static IllegalStateException wrongLocation() {
    return new IllegalStateException(
        "JWT_PUBLIC_KEY_LOCATION must be the https address of a JWK set (http outside production)");
  }

  /** Keys for HS256, the present one first. */
  List<SecretKey> secrets() {
    return secrets;
  }

  String issuer() {
    return issuer;
  }

  String audience() {
    return audience;
  }

  Duration lifetime() {
    return lifetime;
  }

  Optional<String> otherIssuer() {
    return otherIssuer;
  }

  Optional<JWKSource<SecurityContext>> otherKeys() {
    return otherKeys;
  }
}
