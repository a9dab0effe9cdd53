package org.voicepact.access.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.voicepact.access.control.SlowingDown.By;
import org.voicepact.access.entity.Operator;
import org.voicepact.platform.entity.TooManyRequests;

/** Lets somebody in the office sign in with name and password. */
@Singleton
public class SigningInOperator {

  /** A person who mistypes is not to wait. */
  private static final int FREE_BY_NAME = 5;

  /** Behind one address there may be a whole office. */
  private static final int FREE_BY_ADDRESS = 20;

  private final Operators operators;
  private final Passwords passwords;
  private final SlowingDown slowing;
  private final KnownDevices devices;
  private final RecordingSignIn recording;

  @Inject
  public SigningInOperator(
      Operators operators,
      Passwords passwords,
      SlowingDown slowing,
      KnownDevices devices,
      RecordingSignIn recording) {
    this.operators = operators;
    this.passwords = passwords;
    this.slowing = slowing;
    this.devices = devices;
    this.recording = recording;
  }

  /**
   * What was typed, and where.
   *
   * @param address of the client, or its block
   * @param device the cookie of {@link KnownDevices}, where the browser has one
   */
  public record Try(String name, String password, String address, Optional<String> device) {

    /** Without what was typed, so that no password gets into a log by accident. */
    @Override
    public String toString() {
      return "a try from " + address;
    }
  }

  /**
   * @param token of the new session
   * @param device the cookie by which the browser is known from now on
   */
  public record Entry(String token, String device) {

    /** Without the token, so that none gets into a log by accident. */
    @Override
    public String toString() {
      return "an entry";
    }
  }

  /**
   * No transaction is open while the password is compared, which takes its time on purpose.
   *
   * @return empty where name or password are wrong; which of them is not told, nor by how long it takes
   * @throws TooManyRequests where too many have failed before; nothing is compared then
   */
  public Optional<Entry> signIn(Try attempt) {
    List<By> counted = counted(attempt);
    slowing.begin(counted);
    Optional<Operator> known = Optional.of(attempt.name())
        .map(Operator::canonical)
        .filter(Operator::isName)
        .flatMap(operators::find);
    Optional<Operator> right =
        known.filter(Operator::isActive).filter(each -> each.passwordHash().isPresent());
    if (right.isEmpty()) {
      passwords.pretend(attempt.password());
    }
    Optional<String> token = right
        .filter(operator ->
            passwords.isRight(attempt.password(), operator.passwordHash().orElseThrow()))
        .flatMap(recording::signedIn);
    if (token.isEmpty()) {
      recording.refused(known, attempt.address());
      return Optional.empty();
    }
    slowing.succeeded(counted);
    return token.map(each -> new Entry(
        each,
        attempt
            .device()
            .filter(cookie -> devices.idOf(cookie, attempt.name()).isPresent())
            .orElseGet(() -> devices.cookie(attempt.name()))));
  }

  private List<By> counted(Try attempt) {
    return attempt
        .device()
        .flatMap(cookie -> devices.idOf(cookie, attempt.name()))
        .map(id -> List.of(new By("sign-in device", id, FREE_BY_NAME, true)))
        .orElseGet(() -> List.of(
            new By("sign-in address", attempt.address(), FREE_BY_ADDRESS, false),
            new By("sign-in name", Operator.canonical(attempt.name()), FREE_BY_NAME, true)));
  }
}
