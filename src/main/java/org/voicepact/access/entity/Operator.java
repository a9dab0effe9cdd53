package org.voicepact.access.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.voicepact.platform.entity.Language;
import org.voicepact.platform.entity.WireValue;

/** Somebody in the office, who signs in with a name and a password. */
@Entity
@Table(name = "operator")
public class Operator {

  /** Of a login name; capitals do not matter. */
  public static final String NAME_PATTERN = "[A-Za-z0-9][A-Za-z0-9._@-]{1,39}";

  /** What is told of it to those whose name is not taken. */
  public static final String NAME_RULE =
      "must have 2 to 40 letters, digits, dots, dashes, underscores or @, and begin with a letter or digit";

  private static final Pattern NAME = Pattern.compile(NAME_PATTERN);

  @Id
  private String id;

  private String name;

  @Column(name = "display_name")
  private String displayName;

  @Enumerated(EnumType.STRING)
  private OperatorRole role;

  private String language;

  @Column(name = "password_hash")
  private String passwordHash;

  private String subject;

  @Column(name = "token_subject")
  private String tokenSubject;

  private boolean active;

  @Column(name = "created_at")
  private Instant createdAt;

  protected Operator() {}

  /**
   * @param id names the operator in the audit trail, where the name itself could never be taken out again
   * @param profile whose name {@link #isName} allows
   */
  public Operator(String id, OperatorProfile profile, String passwordHash, Instant createdAt) {
    this.id = id;
    this.name = canonical(profile.name());
    this.displayName = profile.displayName();
    this.role = profile.role();
    this.language = profile.language().wire();
    this.passwordHash = passwordHash;
    this.active = true;
    this.createdAt = createdAt;
  }

  /**
   * One who signs in at an OpenID provider and has no password here.
   *
   * @param subject stands for who that is there, and at which provider
   * @param tokenSubject as for {@link #signedInAs}
   */
  public static Operator knownElsewhere(
      String id, OperatorProfile profile, String subject, String tokenSubject, Instant createdAt) {
    Operator operator = new Operator(id, profile, null, createdAt);
    operator.subject = subject;
    operator.tokenSubject = tokenSubject;
    return operator;
  }

  /** @param pseudonym of the subject by which tokens name the same person, with the present secret */
  public void signedInAs(String pseudonym) {
    tokenSubject = pseudonym;
  }

  /** Empty where the operator signs in here. */
  public Optional<String> tokenSubject() {
    return Optional.ofNullable(tokenSubject);
  }

  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** The one spelling of a login name, by which it is found. */
  public static String canonical(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** Changes what is shown and what is allowed; the login name stays. */
  public void change(OperatorProfile profile, boolean isActive) {
    displayName = profile.displayName();
    role = profile.role();
    language = profile.language().wire();
    active = isActive;
  }

  public void changePassword(String hash) {
    passwordHash = hash;
  }

  public String id() {
    return id;
  }

  /** Empty where the operator signs in elsewhere. */
  public Optional<String> passwordHash() {
    return Optional.ofNullable(passwordHash);
  }

  /** Empty where the operator signs in here. */
  public Optional<String> subject() {
    return Optional.ofNullable(subject);
  }

  /** Whether the operator can sign in. */
  public boolean isActive() {
    return active;
  }

  public boolean isAdministrator() {
    return active && role == OperatorRole.ADMIN;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public OperatorProfile profile() {
    return new OperatorProfile(
        name, displayName, role, WireValue.of(Language.class, language).orElseThrow());
  }
}
