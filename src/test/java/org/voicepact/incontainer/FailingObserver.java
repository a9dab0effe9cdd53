package org.voicepact.incontainer;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.voicepact.contract.entity.ContractCreated;
import org.voicepact.contract.entity.Terms;

/** Fails after everything else was done, for one product. */
@Singleton
public class FailingObserver {

  static final String POISON = "poison";

  void created(@Observes @Priority(Integer.MAX_VALUE) ContractCreated event) {
    if (event.version().terms().text(Terms.PRODUCT).filter(POISON::equals).isPresent()) {
      throw new IllegalStateException("this observer fails on purpose");
    }
  }
}
