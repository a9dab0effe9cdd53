package org.voicepact.access.control;

import static org.voicepact.platform.entity.CheckedPoint.ok;
import static org.voicepact.platform.entity.CheckedPoint.open;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.voicepact.access.entity.Operator;
import org.voicepact.platform.control.SelfCheck;
import org.voicepact.platform.entity.CheckedPoint;

/** Whether anybody can sign in who may let others in. */
@Singleton
public class OperatorReadiness implements SelfCheck {

  private static final String NAME = "administrator among the operators";

  private final Operators operators;

  @Inject
  public OperatorReadiness(Operators operators) {
    this.operators = operators;
  }

  @Override
  public List<CheckedPoint> points() {
    return List.of(
        operators.all().stream().anyMatch(Operator::isAdministrator)
            ? ok(NAME, "Somebody can sign in at /console who may let others in")
            : open(
                NAME,
                "Nobody can sign in at /console who may let others in; set ADMIN_USER and ADMIN_PASSWORD,"
                    + " or make an operator with the administrator's key"));
  }
}
