package org.voicepact.africastalking.boundary;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Form;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.voicepact.africastalking.control.AfricasTalkingSettings;
import org.voicepact.platform.boundary.FailedCall;
import org.voicepact.platform.boundary.ProviderFailing;
import org.voicepact.platform.entity.PhoneNumber;
import org.voicepact.sms.control.SmsGateway;
import org.voicepact.sms.entity.SendOutcome;
import org.voicepact.sms.entity.SendOutcome.Lost;
import org.voicepact.sms.entity.SendOutcome.NotCalled;
import org.voicepact.sms.entity.SendOutcome.Postponed;
import org.voicepact.sms.entity.SmsText;

/** Sends through Africa's Talking. */
@Singleton
public class AfricasTalkingGateway implements SmsGateway {

  private static final int SERVICE_UNAVAILABLE = 503;

  private final AfricasTalkingSettings settings;
  private final CallingProvider provider;

  @Inject
  public AfricasTalkingGateway(AfricasTalkingSettings settings, CallingProvider provider) {
    this.settings = settings;
    this.provider = provider;
  }

  @Override
  public String name() {
    return "africastalking";
  }

  @Override
  public List<String> faults() {
    return settings.faults();
  }

  @Override
  public Map<PhoneNumber, SendOutcome> send(List<PhoneNumber> to, SmsText text) {
    Form message = new Form()
        .param("username", settings.username())
        .param("to", to.stream().map(PhoneNumber::e164).collect(Collectors.joining(",")))
        .param("message", text.full());
    settings.senderId().ifPresent(sender -> message.param("from", sender));
    try {
      return ProviderAnswer.read(provider.call(message), to);
    } catch (ProviderFailing e) {
      // Only this one says that nothing was done with the request (RFC 9110, 15.6.4).
      return SendOutcome.forAll(
          to,
          e.status() == SERVICE_UNAVAILABLE
              ? new Postponed(e.getMessage())
              : new Lost(e.getMessage()));
    } catch (CircuitBreakerOpenException | BulkheadException e) {
      return SendOutcome.forAll(to, new NotCalled(FailedCall.of(e).reason()));
    } catch (TimeoutException | ProcessingException e) {
      FailedCall failed = FailedCall.of(e);
      return SendOutcome.forAll(
          to,
          failed.hasPerhapsArrived() ? new Lost(failed.reason()) : new Postponed(failed.reason()));
    }
  }
}
