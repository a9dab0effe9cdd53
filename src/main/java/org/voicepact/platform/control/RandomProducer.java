package org.voicepact.platform.control;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** The one source of randomness. */
@Singleton
class RandomProducer {

  @Produces
  @Singleton
  private SecureRandom random = new SecureRandom();
}
