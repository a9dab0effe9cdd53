package org.voicepact.platform.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.voicepact.platform.entity.CheckedPoint;

/** The settings that are open for trying and closed for real work. */
@Singleton
public class PlatformReadiness implements SelfCheck {

  private final Environment environment;
  private final Debugging debugging;
  private final PhoneMasking masking;
  private final DatabaseUsers users;
  private final PublicAddress address;

  @Inject
  public PlatformReadiness(
      Environment environment,
      Debugging debugging,
      PhoneMasking masking,
      DatabaseUsers users,
      PublicAddress address) {
    this.environment = environment;
    this.debugging = debugging;
    this.masking = masking;
    this.users = users;
    this.address = address;
  }

  @Override
  public List<CheckedPoint> points() {
    return List.of(environment(), debugging(), masking(), databaseUsers(), address());
  }

  private CheckedPoint databaseUsers() {
    return users.areTwo()
        ? CheckedPoint.ok(
            "DATABASE_OWNER_USER", "is another than DATABASE_USER, who cannot change the audit log")
        : CheckedPoint.open(
            "DATABASE_OWNER_USER",
            "is the same as DATABASE_USER: the server itself could change the audit log; set another");
  }

  private CheckedPoint environment() {
    String name = environment.name().wire();
    return environment.isProduction()
        ? CheckedPoint.ok("ENVIRONMENT", "is " + name)
        : CheckedPoint.open(
            "ENVIRONMENT",
            "is " + name
                + ": weak secrets and other things for trying are allowed; set it to production");
  }

  private CheckedPoint debugging() {
    return debugging.isOn()
        ? CheckedPoint.open("DEBUG", "is true: callers see the inside of faults; set it to false")
        : CheckedPoint.ok("DEBUG", "is false");
  }

  private CheckedPoint masking() {
    return masking.isOn()
        ? CheckedPoint.ok("PHONE_MASKING", "is on")
        : CheckedPoint.open(
            "PHONE_MASKING", "is off: every caller sees every number in full; set it to on");
  }

  private CheckedPoint address() {
    String name = "PUBLIC_URL";
    return address.isLoopback()
        ? CheckedPoint.open(
            name,
            "leads to this machine alone, and stands on every certificate; set it to the address that people reach")
        : CheckedPoint.ok(name, "is not this machine's own address");
  }
}
