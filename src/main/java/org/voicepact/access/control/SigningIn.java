package org.voicepact.access.control;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.voicepact.access.control.IssuingToken.Issued;
import org.voicepact.access.entity.AccessRefusal;
import org.voicepact.access.entity.CodePurpose;
import org.voicepact.access.entity.CodeWanted;
import org.voicepact.platform.entity.PhoneNumber;

/** Lets a party sign in with its phone: a code by SMS, and a token for the code. */
@Singleton
public class SigningIn {

  private final AccessSettings settings;
  private final OneTimeCodes codes;
  private final IssuingToken tokens;
  private final Event<CodeWanted> wanted;

  @Inject
  public SigningIn(
      AccessSettings settings, OneTimeCodes codes, IssuingToken tokens, Event<CodeWanted> wanted) {
    this.settings = settings;
    this.codes = codes;
    this.tokens = tokens;
    this.wanted = wanted;
  }

  /**
   * Sends a code some time after; whether there was anybody to send it to is not told.
   *
   * @throws AccessRefusal where the installation takes no tokens
   */
  public void begin(PhoneNumber phone) {
    requireTokens();
    wanted.fireAsync(new CodeWanted(phone, CodePurpose.Action.SIGN_IN, Optional.empty()));
  }

  /**
   * @throws AccessRefusal where the code is not the one that was sent
   */
  public Issued finish(PhoneNumber phone, String code) {
    requireTokens();
    if (!codes.use(phone, CodePurpose.signIn(), code)) {
      throw AccessRefusal.invalidCode();
    }
    return tokens.forParty(phone);
  }

  private void requireTokens() {
    if (!settings.takesTokens()) {
      throw AccessRefusal.tokensAreOff();
    }
  }
}
