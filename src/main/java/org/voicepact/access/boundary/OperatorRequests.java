package org.voicepact.access.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.voicepact.access.control.AdministeringOperators.Change;
import org.voicepact.access.control.PasswordRules;
import org.voicepact.access.entity.Operator;
import org.voicepact.access.entity.OperatorProfile;
import org.voicepact.access.entity.OperatorRole;
import org.voicepact.platform.boundary.JsonFields;
import org.voicepact.platform.entity.Language;

/** Reads what is wanted of operators; fails with all faults at once. */
@Singleton
public class OperatorRequests {

  /** Of login names, as the documentation of the API has it. */
  static final String NAMES = "^" + Operator.NAME_PATTERN + "$";

  private static final String NAME = "name";
  private static final String DISPLAY_NAME = "display_name";
  private static final String ROLE = "role";
  private static final String LANGUAGE = "language";
  private static final String ACTIVE = "active";
  private static final String PASSWORD = "password";
  private static final String OLD_PASSWORD = "old_password";

  private static final int LONGEST_DISPLAY_NAME = 100;

  private final PasswordRules rules;

  @Inject
  public OperatorRequests(PasswordRules rules) {
    this.rules = rules;
  }

  /** What came with {@code POST /admin/operators}. */
  record Wanted(OperatorProfile profile, String password) {

    /** Without the password, so that none gets into a log by accident. */
    @Override
    public String toString() {
      return profile.toString();
    }
  }

  /** What came with {@code POST /operators/me/password}. */
  record PasswordChange(String old, String fresh) {

    /** Likewise. */
    @Override
    public String toString() {
      return "another password";
    }
  }

  /** The forms of the bodies, for the documentation of the API. */
  @Schema(name = "OperatorRequest")
  @JsonNaming(SnakeCaseStrategy.class)
  record Document(
      @Schema(
          required = true,
          pattern = NAMES,
          examples = "wanjiku",
          description = "To sign in with; capitals do not matter")
      String name,

      @Schema(
          maxLength = LONGEST_DISPLAY_NAME,
          examples = "Wanjiku Kamau",
          description = "The name where it is not there")
      String displayName,

      @Schema(required = true) OperatorRole role,
      @Schema(description = "en where it is not there") Language language,

      @Schema(
          required = true,
          minLength = PasswordRules.SHORTEST,
          maxLength = PasswordRules.LONGEST)
      String password) {}

  /** Likewise of a change. */
  @Schema(name = "OperatorChange")
  @JsonNaming(SnakeCaseStrategy.class)
  record ChangeDocument(
      @Schema(maxLength = LONGEST_DISPLAY_NAME) String displayName,
      OperatorRole role,
      Language language,

      @Schema(description = "false: the operator cannot sign in any more")
      Boolean active) {}

  /** Likewise of a change of one's own. */
  @Schema(name = "OwnAccountChange")
  @JsonNaming(SnakeCaseStrategy.class)
  record OwnDocument(
      @Schema(maxLength = LONGEST_DISPLAY_NAME) String displayName, Language language) {}

  /** Likewise of a password. */
  @Schema(name = "OperatorPassword")
  record PasswordDocument(
      @Schema(
          required = true,
          minLength = PasswordRules.SHORTEST,
          maxLength = PasswordRules.LONGEST)
      String password) {}

  /** Likewise of one's own. */
  @Schema(name = "OwnPassword")
  @JsonNaming(SnakeCaseStrategy.class)
  record OwnPasswordDocument(
      @Schema(required = true) String oldPassword,

      @Schema(
          required = true,
          minLength = PasswordRules.SHORTEST,
          maxLength = PasswordRules.LONGEST)
      String password) {}

  Wanted read(InputStream body) {
    JsonFields fields = JsonFields.read(body);
    fields.refuseOthers(List.of(NAME, DISPLAY_NAME, ROLE, LANGUAGE, PASSWORD));
    String name = fields.text(NAME, LONGEST_DISPLAY_NAME).orElse("");
    if (!Operator.isName(name)) {
      fields.refuseOnce(NAME, Operator.NAME_RULE);
    }
    Optional<OperatorRole> role = fields.value(ROLE, OperatorRole.class);
    if (role.isEmpty()) {
      fields.refuseOnce(ROLE, "is required");
    }
    Optional<String> displayName = fields.text(DISPLAY_NAME, LONGEST_DISPLAY_NAME);
    Optional<Language> language = fields.value(LANGUAGE, Language.class);
    String password = freshPassword(fields, name);
    fields.check();
    return new Wanted(
        new OperatorProfile(
            name, displayName.orElse(name), role.orElseThrow(), language.orElse(Language.EN)),
        password);
  }

  Change readChange(InputStream body) {
    JsonFields fields = JsonFields.read(body);
    fields.refuseOthers(List.of(DISPLAY_NAME, ROLE, LANGUAGE, ACTIVE));
    JsonNode active = fields.node(ACTIVE);
    if (fields.has(ACTIVE) && !active.isBoolean()) {
      fields.refuse(ACTIVE, "must be true or false");
    }
    Change change = new Change(
        fields.text(DISPLAY_NAME, LONGEST_DISPLAY_NAME),
        fields.value(ROLE, OperatorRole.class),
        fields.value(LANGUAGE, Language.class),
        active.isBoolean() ? Optional.of(active.booleanValue()) : Optional.empty());
    fields.check();
    return change;
  }

  Change readOwnChange(InputStream body) {
    JsonFields fields = JsonFields.read(body);
    fields.refuseOthers(List.of(DISPLAY_NAME, LANGUAGE));
    Change change = new Change(
        fields.text(DISPLAY_NAME, LONGEST_DISPLAY_NAME),
        Optional.empty(),
        fields.value(LANGUAGE, Language.class),
        Optional.empty());
    fields.check();
    return change;
  }

  /**
   * @param name of the operator whose password it is to be
   */
  String readPassword(InputStream body, String name) {
    JsonFields fields = JsonFields.read(body);
    fields.refuseOthers(List.of(PASSWORD));
    String password = freshPassword(fields, name);
    fields.check();
    return password;
  }

  PasswordChange readPasswordChange(InputStream body, String name) {
    JsonFields fields = JsonFields.read(body);
    fields.refuseOthers(List.of(OLD_PASSWORD, PASSWORD));
    String old = raw(fields, OLD_PASSWORD);
    String fresh = freshPassword(fields, name);
    fields.check();
    return new PasswordChange(old, fresh);
  }

  private String freshPassword(JsonFields fields, String name) {
    String password = raw(fields, PASSWORD);
    rules.fault(password, name).ifPresent(fault -> fields.refuseOnce(PASSWORD, fault));
    return password;
  }

  /** As it is, for each sign of a password counts, blanks at its ends as well. */
  private static String raw(JsonFields fields, String member) {
    JsonNode node = fields.node(member);
    if (!node.isTextual()) {
      fields.refuse(member, fields.has(member) ? "must be a text" : "is required");
    }
    return node.isTextual() ? node.textValue() : "";
  }
}
