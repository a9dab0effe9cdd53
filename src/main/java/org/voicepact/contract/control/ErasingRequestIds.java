package org.voicepact.contract.control;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.voicepact.contract.entity.PersonalDataErased;
import org.voicepact.evidence.control.EntryRequests;

/** Blanks the ids of the requests about a contract whose personal data is erased: whoever called may have put anything into them. */
@Singleton
public class ErasingRequestIds {

  private final EntryRequests requests;

  @Inject
  public ErasingRequestIds(EntryRequests requests) {
    this.requests = requests;
  }

  void erased(@Observes PersonalDataErased event) {
    requests.blank(event.contract().value());
  }
}
