package org.voicepact.platform.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.voicepact.platform.entity.DatabaseAddress;

/** With whom the server comes to the database: the owner makes the tables, the user works with them. */
@Singleton
public class DatabaseUsers implements Configured {

  private static final String URL = "DATABASE_URL";
  private static final String USER = "DATABASE_USER";
  private static final String OWNER = "DATABASE_OWNER_USER";
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  private final String user;
  private final String password;
  private final String owner;

  /**
   * @throws IllegalStateException where the address of the database is none, or a name is none that every database
   *     takes
   */
  @Inject
  public DatabaseUsers(
      @ConfigProperty(name = URL) Optional<String> url,
      @ConfigProperty(name = USER) Optional<String> user,
      @ConfigProperty(name = "DATABASE_PASSWORD") Optional<String> password,
      @ConfigProperty(name = OWNER) Optional<String> owner) {
    SettingFaults faults = new SettingFaults();
    faults.run(() -> url.ifPresent(DatabaseUsers::checkAddress));
    faults.run(() -> user.ifPresent(name -> check(USER, name)));
    faults.run(() -> owner.ifPresent(name -> check(OWNER, name)));
    faults.check();
    this.user = user.or(() -> url.map(DatabaseAddress::parse).flatMap(DatabaseAddress::user))
        .orElse(DatabaseAddress.DEFAULT_USER);
    this.password = password.orElse("");
    this.owner = owner.orElse(this.user);
  }

  private static void checkAddress(String url) {
    try {
      DatabaseAddress.parse(url);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(URL + " " + e.getMessage(), e);
    }
  }

  private static void check(String setting, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalStateException(
          setting + " must begin with a letter and have lower-case letters, digits and _ only");
    }
  }

  /** Whether the user that works with the tables does not own them. */
  public boolean areTwo() {
    return !user.equals(owner);
  }

  public String user() {
    return user;
  }

  String password() {
    return password;
  }
}
