package org.voicepact.access.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.voicepact.access.control.SlowingDown.By;
import org.voicepact.access.entity.Operator;
import org.voicepact.access.entity.OperatorRefusal;
import org.voicepact.access.entity.SignedIn;
import org.voicepact.evidence.entity.Actor;

/** Gives an operator another password who knows the present one. */
@Singleton
public class ChangingOwnPassword {

  private static final int FREE = 5;

  private final Operators operators;
  private final Passwords passwords;
  private final SlowingDown slowing;
  private final AdministeringOperators administering;

  @Inject
  public ChangingOwnPassword(
      Operators operators,
      Passwords passwords,
      SlowingDown slowing,
      AdministeringOperators administering) {
    this.operators = operators;
    this.passwords = passwords;
    this.slowing = slowing;
    this.administering = administering;
  }

  /**
   * @param fresh that the rules allow
   * @throws OperatorRefusal where the present password is another one
   * @throws org.voicepact.platform.entity.TooManyRequests where too many were wrong before: whoever sits at a screen that
   *     was left open must not try passwords there
   */
  public void change(SignedIn who, String old, String fresh) {
    List<By> counted = List.of(new By("own password", who.id(), FREE, true));
    slowing.begin(counted);
    String name = who.profile().name();
    Operator operator = operators.find(name).orElseThrow(OperatorRefusal::unknown);
    String hash = operator.passwordHash().orElseThrow(OperatorRefusal::signsInElsewhere);
    if (!passwords.isRight(old, hash)) {
      throw OperatorRefusal.wrongPassword();
    }
    slowing.succeeded(counted);
    administering.changePassword(name, fresh, Actor.operator(who.id()));
  }
}
