package org.voicepact.access.control;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import org.voicepact.access.entity.Operator;
import org.voicepact.access.entity.OperatorProfile;
import org.voicepact.access.entity.OperatorRefusal;
import org.voicepact.access.entity.OperatorRole;
import org.voicepact.evidence.entity.Actor;
import org.voicepact.platform.control.Announcement;
import org.voicepact.platform.control.PublicAddress;
import org.voicepact.platform.entity.DatabaseReady;
import org.voicepact.platform.entity.Fault;
import org.voicepact.platform.entity.InvalidInput;
import org.voicepact.platform.entity.Language;

/**
 * How the first operator comes to be, while there is none: by {@code ADMIN_USER} and {@code ADMIN_PASSWORD}, or in
 * development by a link that is printed. Once there is an operator, all of this does nothing any more.
 */
@Singleton
public class FirstAdministrator {

  private static final Logger LOG = Logger.getLogger(FirstAdministrator.class.getName());
  private static final String PATH = "/console/first?token=";

  private final Operators operators;
  private final AdministeringOperators administering;
  private final FirstLink link;
  private final PasswordRules rules;
  private final PublicAddress address;
  private final FirstAdministratorSettings settings;

  @Inject
  public FirstAdministrator(
      Operators operators,
      AdministeringOperators administering,
      FirstLink link,
      PasswordRules rules,
      PublicAddress address,
      FirstAdministratorSettings settings) {
    this.operators = operators;
    this.administering = administering;
    this.link = link;
    this.rules = rules;
    this.address = address;
    this.settings = settings;
  }

  void prepare(@Observes DatabaseReady ready) {
    if (!operators.areNone()) {
      return;
    }
    if (settings.user().isPresent()) {
      make(settings.user().get(), settings.password().orElseThrow());
    } else if (settings.printsLink()) {
      String token = link.renew();
      LOG.log(
          Announcement.AUDIT,
          () ->
              "There is no operator yet. This link makes the first administrator, once and within an"
                  + " hour: "
                  + address.of(PATH + token));
    }
  }

  private void make(String name, String password) {
    try {
      administering.make(profile(name), password, Actor.SYSTEM);
    } catch (OperatorRefusal e) {
      LOG.fine("another server made the first administrator");
    }
  }

  /** Whether the link with this token still makes an administrator. */
  @Transactional
  public boolean isOpen(String token) {
    return operators.areNone() && link.isGood(token);
  }

  /**
   * Makes the first administrator, and with it an end of the link.
   *
   * @throws InvalidInput where name or password are not taken; the link stays good
   * @throws OperatorRefusal where the link is used or over, or was never made
   */
  @Transactional
  public void create(String token, String name, String password) {
    List<Fault> faults = new ArrayList<>();
    if (!Operator.isName(name)) {
      faults.add(new Fault("name", Operator.NAME_RULE));
    }
    rules.fault(password, name).ifPresent(fault -> faults.add(new Fault("password", fault)));
    if (!faults.isEmpty()) {
      throw new InvalidInput(faults);
    }
    if (!link.use(token) || !operators.areNone()) {
      throw OperatorRefusal.linkOver();
    }
    administering.make(profile(name), password, Actor.ANONYMOUS);
  }

  private static OperatorProfile profile(String name) {
    return new OperatorProfile(name, name, OperatorRole.ADMIN, Language.EN);
  }
}
