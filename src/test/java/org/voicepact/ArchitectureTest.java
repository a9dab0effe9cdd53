package org.voicepact;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.HttpMethod;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.temporal.TemporalAccessor;
import java.util.Date;
import java.util.List;
import java.util.Random;
import org.voicepact.platform.boundary.DatabaseDriver;
import org.voicepact.platform.control.DatabaseClock;

/** Which way the arrows run, and what stands only in one place. */
@AnalyzeClasses(packages = "org.voicepact", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String PLATFORM = "org.voicepact.platform..";
  private static final String EVIDENCE = "org.voicepact.evidence..";
  private static final String CONTRACT = "org.voicepact.contract..";
  private static final String ACCESS = "org.voicepact.access..";
  private static final String SMS = "org.voicepact.sms..";
  private static final String USSD = "org.voicepact.ussd..";
  private static final String AFRICASTALKING = "org.voicepact.africastalking..";
  private static final String DARAJA = "org.voicepact.daraja..";
  private static final String WEBHOOK = "org.voicepact.webhook..";
  private static final String PAYMENT = "org.voicepact.payment..";
  private static final String CONSOLE = "org.voicepact.console..";
  private static final String TERMS = "org.voicepact.terms..";
  private static final String EVENTS = "org.voicepact.events..";
  private static final String METRICS = "org.voicepact.metrics..";
  private static final String VERIFIER = "org.voicepact.verifier..";
  private static final List<Class<? extends Annotation>> ACCESS_ANNOTATIONS =
      List.of(PermitAll.class, RolesAllowed.class, DenyAll.class);
  private static final String BOUNDARY = "org.voicepact.*.boundary..";
  private static final String CONTROL = "org.voicepact.*.control..";
  private static final String ENTITY = "org.voicepact.*.entity..";

  @ArchTest
  static final ArchRule platformKnowsNoCapability = noClasses()
      .that()
      .resideInAPackage(PLATFORM)
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(EVIDENCE, ACCESS, CONTRACT, SMS, USSD, PAYMENT, WEBHOOK, METRICS);

  @ArchTest
  static final ArchRule evidenceKnowsNeitherContractNorChannel = noClasses()
      .that()
      .resideInAPackage(EVIDENCE)
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(ACCESS, CONTRACT, SMS, USSD, PAYMENT, WEBHOOK);

  @ArchTest
  static final ArchRule accessKnowsNoCapabilityThatIsOpenedByIt = noClasses()
      .that()
      .resideInAPackage(ACCESS)
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(CONTRACT, SMS, USSD, PAYMENT, WEBHOOK);

  @ArchTest
  static final ArchRule contractKnowsNoChannel = noClasses()
      .that()
      .resideInAPackage(CONTRACT)
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(SMS, USSD, PAYMENT, WEBHOOK);

  @ArchTest
  static final ArchRule moneyKnowsNeitherMessagesNorTheMenu = noClasses()
      .that()
      .resideInAPackage(PAYMENT)
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(SMS, USSD);

  @ArchTest
  static final ArchRule theMenuKnowsNoMessages = noClasses()
      .that()
      .resideInAPackage(USSD)
      .should()
      .dependOnClassesThat()
      .resideInAPackage(SMS);

  @ArchTest
  static final ArchRule messagesDoNotKnowTheMenu = noClasses()
      .that()
      .resideInAPackage(SMS)
      .should()
      .dependOnClassesThat()
      .resideInAPackage(USSD);

  @ArchTest
  static final ArchRule nobodyKnowsAfricasTalking = noClasses()
      .that()
      .resideOutsideOfPackage(AFRICASTALKING)
      .should()
      .dependOnClassesThat()
      .resideInAPackage(AFRICASTALKING);

  @ArchTest
  static final ArchRule nobodyKnowsDaraja = noClasses()
      .that()
      .resideOutsideOfPackage(DARAJA)
      .should()
      .dependOnClassesThat()
      .resideInAPackage(DARAJA);

  @ArchTest
  static final ArchRule providersKnowNothingButThePortsThatTheyImplement = noClasses()
      .that()
      .resideInAnyPackage(AFRICASTALKING, DARAJA)
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(ACCESS, CONTRACT, EVIDENCE, USSD, WEBHOOK, CONSOLE);

  @ArchTest
  static final ArchRule moneyIsMovedWithoutMessages = noClasses()
      .that()
      .resideInAPackage(DARAJA)
      .should()
      .dependOnClassesThat()
      .resideInAPackage(SMS);

  @ArchTest
  static final ArchRule webhookKnowsNoCapabilityThatIsCalled = noClasses()
      .that()
      .resideInAPackage(WEBHOOK)
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(CONTRACT, SMS, USSD, PAYMENT);

  @ArchTest
  static final ArchRule nobodyUsesPages = noClasses()
      .that()
      .resideOutsideOfPackage(CONSOLE)
      .should()
      .dependOnClassesThat()
      .resideInAPackage(CONSOLE);

  @ArchTest
  static final ArchRule pagesKnowNeitherTheMenuNorWebhooks = noClasses()
      .that()
      .resideInAPackage(CONSOLE)
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(USSD, WEBHOOK);

  @ArchTest
  static final ArchRule wordsAreReadForPagesAlone = noClasses()
      .that()
      .resideOutsideOfPackages(TERMS, CONSOLE)
      .should()
      .dependOnClassesThat()
      .resideInAPackage(TERMS);

  @ArchTest
  static final ArchRule wordsAreReadByThemselves = noClasses()
      .that()
      .resideInAPackage(TERMS)
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(
          EVIDENCE,
          SMS,
          USSD,
          PAYMENT,
          WEBHOOK,
          "org.voicepact.access.boundary..",
          "org.voicepact.access.control..",
          "org.voicepact.contract.boundary..",
          "org.voicepact.contract.control..");

  @ArchTest
  static final ArchRule nobodyKnowsWhoListens = noClasses()
      .that()
      .resideOutsideOfPackages(EVENTS, CONSOLE)
      .should()
      .dependOnClassesThat()
      .resideInAPackage(EVENTS);

  @ArchTest
  static final ArchRule eventsComeFromTheLogAndNotFromChannels = noClasses()
      .that()
      .resideInAPackage(EVENTS)
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(SMS, USSD, PAYMENT, WEBHOOK, CONSOLE, METRICS);

  @ArchTest
  static final ArchRule nobodyKnowsThatItIsWatched = noClasses()
      .that()
      .resideOutsideOfPackage(METRICS)
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(METRICS, "org.eclipse.microprofile.metrics..");

  @ArchTest
  static final ArchRule verifierKnowsEvidenceAlone = noClasses()
      .that()
      .resideInAPackage(VERIFIER)
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(ACCESS, CONTRACT, SMS, USSD, PAYMENT, WEBHOOK, "jakarta..");

  @ArchTest
  static final ArchRule nobodyKnowsTheVerifier = noClasses()
      .that()
      .resideOutsideOfPackage(VERIFIER)
      .should()
      .dependOnClassesThat()
      .resideInAPackage(VERIFIER);

  @ArchTest
  static final ArchRule capabilitiesHaveNoCycles =
      slices().matching("org.voicepact.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule everyClassStandsInALayerOfItsCapability = classes()
      .that()
      .doNotHaveSimpleName("package-info")
      .should()
      .resideInAnyPackage(BOUNDARY, CONTROL, ENTITY);

  @ArchTest
  static final ArchRule controlKnowsNoBoundary = noClasses()
      .that()
      .resideInAPackage(CONTROL)
      .should()
      .dependOnClassesThat()
      .resideInAPackage(BOUNDARY);

  @ArchTest
  static final ArchRule entityKnowsNeitherControlNorBoundary = noClasses()
      .that()
      .resideInAPackage(ENTITY)
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(CONTROL, BOUNDARY);

  @ArchTest
  static final ArchRule onlyControlTalksToTheDatabase = noClasses()
      .that()
      .resideOutsideOfPackage(CONTROL)
      .should()
      .dependOnClassesThat()
      .areAssignableTo(EntityManager.class);

  @ArchTest
  static final ArchRule onlyControlHasTransactions = noClasses()
      .that()
      .resideOutsideOfPackage(CONTROL)
      .should()
      .dependOnClassesThat()
      .resideInAPackage("jakarta.transaction..");

  @ArchTest
  static final ArchRule onlyBoundarySpeaksHttp = noClasses()
      .that()
      .resideOutsideOfPackage(BOUNDARY)
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..");

  @ArchTest
  static final ArchRule everyOperationSaysWhoMayCallIt = methods()
      .that()
      .areMetaAnnotatedWith(HttpMethod.class)
      .and()
      // What a client calls is no operation of ours.
      .areDeclaredInClassesThat()
      .resideOutsideOfPackages(AFRICASTALKING, DARAJA)
      .should(new ArchCondition<>("have exactly one annotation of access") {
        @Override
        public void check(JavaMethod method, ConditionEvents events) {
          long found =
              ACCESS_ANNOTATIONS.stream().filter(method::isAnnotatedWith).count();
          events.add(
              new SimpleConditionEvent(method, found == 1, method.getFullName() + " has " + found));
        }
      });

  @ArchTest
  static final ArchRule timeComesFromTheInjectedClockAlone = noClasses()
      .that()
      .areNotAssignableTo(DatabaseClock.class)
      .and()
      // They belong to the server, not to the application, and measure how long a moment lasts.
      .areNotAssignableTo(DatabaseDriver.class)
      .and()
      .doNotHaveFullyQualifiedName("org.voicepact.platform.boundary.CommitTurns")
      .should()
      .accessTargetWhere(named("now", TemporalAccessor.class))
      .orShould()
      .accessTargetWhere(named("system.*|tick.*", Clock.class))
      .orShould()
      .accessTargetWhere(named("currentTimeMillis|nanoTime", System.class))
      .orShould()
      .accessTargetWhere(named("<init>", Date.class));

  @ArchTest
  static final ArchRule randomnessComesFromTheInjectedSourceAlone = noClasses()
      .that()
      .doNotHaveFullyQualifiedName("org.voicepact.platform.control.RandomProducer")
      .should()
      .accessTargetWhere(named("<init>|current|getInstance.*", Random.class))
      .orShould()
      .accessTargetWhere(named("random", Math.class));

  @ArchTest
  static final ArchRule namesSayWhatAClassIsFor =
      noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl)");

  @ArchTest
  static final ArchRule onlyARefusedStartAndTheVerifierPrint = noClasses()
      .that()
      .doNotHaveFullyQualifiedName("org.voicepact.platform.control.StartingUp")
      .and()
      .resideOutsideOfPackage(VERIFIER)
      .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule exceptionsHaveAMeaning =
      GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

  /** A call of, or a reference to, what is so named in a type or in what extends it. */
  private static DescribedPredicate<JavaAccess<?>> named(String pattern, Class<?> owner) {
    return target(nameMatching(pattern))
        .and(targetOwner(assignableTo(owner)))
        .as("%s of %s", pattern, owner.getSimpleName());
  }
}
