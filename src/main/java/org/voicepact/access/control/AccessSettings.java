package org.voicepact.access.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.voicepact.access.entity.Roles;
import org.voicepact.platform.control.Configured;
import org.voicepact.platform.control.Environment;
import org.voicepact.platform.control.SettingFaults;

/** Which callers the installation lets in, and what is asked of those who act in a party's name. */
@Singleton
public class AccessSettings implements Configured {

  /** The parts of {@code AUTH_MODE}. */
  private enum Mode {
    OPEN,
    API_KEY,
    JWT
  }

  private final Set<Mode> modes;
  private final boolean anonymousReadsAll;
  private final boolean codesAreAsked;

  /**
   * @param authMode {@code open}, {@code api-key}, {@code jwt} or {@code api-key,jwt}
   * @param openRead {@code full} or {@code minimal}: what a caller without a credential may read in mode open
   * @param partyProof {@code phone} or {@code otp}: what a call by REST in a party's name must bring
   * @throws IllegalStateException where one of them is something else, or too weak for production
   */
  @Inject
  public AccessSettings(
      @ConfigProperty(name = "AUTH_MODE") String authMode,
      @ConfigProperty(name = "OPEN_READ") String openRead,
      @ConfigProperty(name = "PARTY_PROOF") String partyProof,
      Environment environment) {
    SettingFaults faults = new SettingFaults();
    this.modes = faults.read(() -> modes(authMode));
    this.anonymousReadsAll =
        Boolean.TRUE.equals(faults.read(() -> either("OPEN_READ", openRead, "full", "minimal")));
    this.codesAreAsked =
        Boolean.TRUE.equals(faults.read(() -> either("PARTY_PROOF", partyProof, "otp", "phone")));
    if (environment.isProduction() && partyProof.equals("phone")) {
      faults.run(() -> {
        throw new IllegalStateException(
            "PARTY_PROOF must be otp when ENVIRONMENT is production: anybody can name a number");
      });
    }
    faults.check();
  }

  private static Set<Mode> modes(String setting) {
    Set<Mode> modes = EnumSet.noneOf(Mode.class);
    Arrays.stream(setting.split(",", -1))
        .map(String::strip)
        .map(AccessSettings::mode)
        .forEach(modes::add);
    if (modes.contains(Mode.OPEN) && modes.size() > 1) {
      throw wrongMode();
    }
    return modes;
  }

  private static Mode mode(String name) {
    return switch (name) {
      case "open" -> Mode.OPEN;
      case "api-key" -> Mode.API_KEY;
      case "jwt" -> Mode.JWT;
      default -> throw wrongMode();
    };
  }

  private static IllegalStateException wrongMode() {
    return new IllegalStateException("AUTH_MODE must be one of: open, api-key, jwt, api-key,jwt");
  }

  /** Whether the setting has the first of the two values. */
  private static boolean either(String name, String value, String one, String other) {
    if (!value.equals(one) && !value.equals(other)) {
      throw new IllegalStateException(name + " must be one of: " + one + ", " + other);
    }
    return value.equals(one);
  }

  public boolean isOpen() {
    return modes.contains(Mode.OPEN);
  }

  public boolean takesKeys() {
    return isOpen() || modes.contains(Mode.API_KEY);
  }

  public boolean takesTokens() {
    return isOpen() || modes.contains(Mode.JWT);
  }

  /** What a caller may do who presents nothing; {@link Roles} has the table. */
  public Set<String> anonymousRoles() {
    if (!isOpen()) {
      return Set.of();
    }
    return anonymousReadsAll
        ? Set.of(Roles.PROGRESS, Roles.READ, Roles.WRITE)
        : Set.of(Roles.PROGRESS, Roles.WRITE);
  }

  /** Whether a number that is only named proves nothing by REST, so that a code is sent to it first. */
  public boolean codesAreAsked() {
    return codesAreAsked;
  }

  boolean anonymousReadsAll() {
    return isOpen() && anonymousReadsAll;
  }
}
