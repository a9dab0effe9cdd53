package org.voicepact.access.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.voicepact.platform.control.SelfCheck;
import org.voicepact.platform.entity.CheckedPoint;

/** Whether pages that nobody vouches for may call. */
@Singleton
public class CrossOriginReadiness implements SelfCheck {

  private static final String NAME = "CORS_ORIGINS";

  private final CrossOriginPolicy policy;

  @Inject
  public CrossOriginReadiness(CrossOriginPolicy policy) {
    this.policy = policy;
  }

  @Override
  public List<CheckedPoint> points() {
    return List.of(point());
  }

  private CheckedPoint point() {
    if (policy.isOpenToAll()) {
      return CheckedPoint.open(NAME, "is *: every page may call; list the origins that shall");
    }
    return policy.hasUnprotectedOrigin()
        ? CheckedPoint.open(
            NAME, "lists an http:// origin: others on the way can change its pages; use https://")
        : CheckedPoint.ok(NAME, "lists no page that others on the way can change");
  }
}
