package org.voicepact;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whoever asks the database through JPA does so in a transaction. What is asked outside of one keeps its connection until
 * the request has ended; where the request then needs another one for a transaction, as many requests as there are
 * connections wait for each other.
 */
@AnalyzeClasses(packages = "org.voicepact", importOptions = ImportOption.DoNotIncludeTests.class)
class TransactionsTest {

  @ArchTest
  static final ArchRule databaseIsAskedInTransactions =
      methods().that().arePublic().or().arePackagePrivate().should(beTransactionalWhereTheyAsk());

  private static ArchCondition<JavaMethod> beTransactionalWhereTheyAsk() {
    return new ArchCondition<>("be transactional where they use the entity manager") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        if (asks(method, new HashSet<>()) && !isInATransaction(method)) {
          events.add(SimpleConditionEvent.violated(
              method, method.getFullName() + " asks the database outside of transactions"));
        }
      }
    };
  }

  /** By itself, or by private methods of its class. */
  private static boolean asks(JavaMethod method, Set<JavaMethod> seen) {
    if (!seen.add(method)) {
      return false;
    }
    Stream<JavaCodeUnitAccess<?>> calls = Stream.concat(
        method.getMethodCallsFromSelf().stream(), method.getMethodReferencesFromSelf().stream());
    return calls.anyMatch(call -> {
      JavaClass target = call.getTargetOwner();
      if (target.isEquivalentTo(EntityManager.class)) {
        return true;
      }
      return target.equals(method.getOwner())
          && call.getTarget().resolveMember().stream()
              .anyMatch(called -> called.getModifiers().contains(JavaModifier.PRIVATE)
                  && asks((JavaMethod) called, seen));
    });
  }

  /** Observers are called within the transaction of what they observe. */
  private static boolean isInATransaction(JavaMethod method) {
    return method.isAnnotatedWith(Transactional.class)
        || method.getOwner().isAnnotatedWith(Transactional.class)
        || method.getParameters().stream()
            .anyMatch(parameter -> parameter.isAnnotatedWith(Observes.class));
  }
}
