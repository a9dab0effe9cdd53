package org.voicepact.platform.control;

import java.util.List;
import org.voicepact.platform.entity.CheckedPoint;

/**
 * What a capability knows of its own readiness for production. Every bean of this type is asked when an
 * administrator calls the self-check; it looks at the settings and the database as they are at that moment.
 */
public interface SelfCheck {

  List<CheckedPoint> points();
}
