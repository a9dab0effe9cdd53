package org.voicepact.access.control;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import org.voicepact.platform.control.SelfCheck;
import org.voicepact.platform.entity.CheckedPoint;

/** Asks every capability what is still to do before production. */
@Singleton
public class CheckingReadiness {

  private static final Comparator<CheckedPoint> OPEN_FIRST =
      Comparator.comparing(CheckedPoint::status).reversed().thenComparing(CheckedPoint::name);

  private final Instance<SelfCheck> checks;

  @Inject
  public CheckingReadiness(@Any Instance<SelfCheck> checks) {
    this.checks = checks;
  }

  /** All points, the open ones first. */
  public List<CheckedPoint> points() {
    return checks.stream()
        .flatMap(check -> check.points().stream())
        .sorted(OPEN_FIRST)
        .toList();
  }
}
