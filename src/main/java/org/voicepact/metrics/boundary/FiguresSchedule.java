package org.voicepact.metrics.boundary;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.voicepact.access.control.MetricsAccess;
import org.voicepact.metrics.control.Figures;
import org.voicepact.platform.control.RecurringWork;
import org.voicepact.platform.entity.DatabaseReady;

/** Reads the figures of the database every few seconds, unless nobody is to see them. */
@Singleton
public class FiguresSchedule {

  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final Figures figures;
  private final MetricsAccess access;

  @Inject
  public FiguresSchedule(Figures figures, MetricsAccess access) {
    this.figures = figures;
    this.access = access;
  }

  void schedule(@Observes DatabaseReady ready, RecurringWork recurring) {
    if (access.isOn()) {
      figures.show();
      recurring.every(PAUSE, "reading the figures", figures::refresh);
    }
  }
}
