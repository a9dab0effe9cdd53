package org.voicepact.access.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.voicepact.access.entity.Operator;
import org.voicepact.platform.control.Configured;
import org.voicepact.platform.control.Environment;
import org.voicepact.platform.control.SecretStrength;
import org.voicepact.platform.control.SettingFaults;

/** Who the first operator is to be, see {@link FirstAdministrator}. */
@Singleton
public class FirstAdministratorSettings implements Configured {

  private static final String USER = "ADMIN_USER";
  private static final String PASSWORD = "ADMIN_PASSWORD";

  private final Optional<String> user;
  private final Optional<String> password;
  private final boolean printsLink;

  /**
   * @throws IllegalStateException where only one of the settings is there, or one of them is not taken
   */
  @Inject
  public FirstAdministratorSettings(
      @ConfigProperty(name = USER) Optional<String> user,
      @ConfigProperty(name = PASSWORD) Optional<String> password,
      PasswordRules rules,
      Environment environment) {
    this.user = user;
    this.password = password;
    this.printsLink = environment.name() == Environment.Name.DEVELOPMENT && user.isEmpty();
    if (user.isPresent() != password.isPresent()) {
      throw new IllegalStateException(USER + " and " + PASSWORD + " must be set together");
    }
    SettingFaults faults = new SettingFaults();
    user.ifPresent(name -> faults.run(() -> checkName(name)));
    password.ifPresent(each -> faults.run(() -> {
      SecretStrength.checkPlaceholder(PASSWORD, each, environment);
      checkPassword(rules.fault(each, user.orElseThrow()));
    }));
    faults.check();
  }

  private static void checkName(String name) {
    if (!Operator.isName(name)) {
      throw new IllegalStateException(USER + " " + Operator.NAME_RULE);
    }
  }

  private static void checkPassword(Optional<String> fault) {
    fault.ifPresent(words -> {
      throw new IllegalStateException(PASSWORD + " " + words);
    });
  }

  Optional<String> user() {
    return user;
  }

  Optional<String> password() {
    return password;
  }

  /** Whether a link makes the first operator, because nobody is named. */
  boolean printsLink() {
    return printsLink;
  }
}
