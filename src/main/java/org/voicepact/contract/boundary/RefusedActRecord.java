package org.voicepact.contract.boundary;

import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.voicepact.contract.control.RefusedActs;
import org.voicepact.contract.entity.ActRefused;
import org.voicepact.evidence.entity.Assurance;
import org.voicepact.evidence.entity.Provenance;

/** Has refusals told of after the caller was answered. */
@Singleton
public class RefusedActRecord {

  private final RefusedActs refused;

  @Inject
  public RefusedActRecord(RefusedActs refused) {
    this.refused = refused;
  }

  void record(@ObservesAsync ActRefused event) {
    refused.record(
        event.contract(),
        event.act(),
        event.phone(),
        Provenance.byRest(Assurance.CLAIMED),
        event.refusal());
  }
}
