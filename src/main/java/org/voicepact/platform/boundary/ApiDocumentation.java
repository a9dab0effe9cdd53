package org.voicepact.platform.boundary;

import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Adds to the OpenAPI document what need not be said of each operation: the problem responses that follow from its form. The
 * build runs it, when it writes the document; the server runs it only where {@code mvn liberty:run} has started it. What it
 * adds is in a fixed order, so that two builds of one commit write the same bytes.
 */
public class ApiDocumentation implements OASFilter {

  private static final String API = "/api/";
  private static final String CONSOLE = "/console/";
  private static final String COMPONENT = "#/components/responses/";

  private static final Map<String, String> SHARED = Map.ofEntries(
      Map.entry(
          ApiResponses.UNREADABLE,
          "It cannot be read: a malformed header or JSON, a query value of the wrong form"),
      Map.entry(
          ApiResponses.UNAUTHORIZED,
          "A credential is missing or not valid; WWW-Authenticate says which ones are taken"),
      Map.entry(ApiResponses.FORBIDDEN, "This caller may not do it, or the API key is not known"),
      Map.entry(ApiResponses.NOT_FOUND, "There is no such thing"),
      Map.entry(
          ApiResponses.NOT_ACCEPTABLE, "There is no form of it that the Accept header allows"),
      Map.entry(ApiResponses.CONFLICT, "The contract's state does not allow it"),
      Map.entry(
          ApiResponses.PRECONDITION_FAILED, "If-Match names another state than the present one"),
      Map.entry(
          ApiResponses.TOO_LARGE,
          "The body is longer than 1 MiB, or 4 MiB where a proof is checked"),
      Map.entry(
          ApiResponses.UNSUPPORTED, "Another Content-Type is needed, or Content-Encoding was used"),
      Map.entry(
          ApiResponses.INVALID, "It can be read but breaks a rule; errors[] lists every fault"),
      Map.entry(
          ApiResponses.TOO_MANY_REQUESTS,
          "It came too often; Retry-After says in how many seconds it may come again"),
      Map.entry(
          ApiResponses.UNAVAILABLE,
          "The database, or something else that is needed, cannot be used at present; Retry-After says in how many seconds it may come again"));

  /** What is refused by a header, whatever the operation: it is looked at before the operation is. */
  private static final Map<String, String> BY_HEADER = Map.of(
      "400", ApiResponses.UNREADABLE,
      "401", ApiResponses.UNAUTHORIZED,
      "403", ApiResponses.FORBIDDEN,
      "406", ApiResponses.NOT_ACCEPTABLE,
      "413", ApiResponses.TOO_LARGE,
      "415", ApiResponses.UNSUPPORTED);

  @Override
  public void filterOpenAPI(OpenAPI document) {
    new TreeMap<>(SHARED)
        .forEach((name, description) ->
            document.getComponents().addResponse(name, problem(description)));
    document
        .getPaths()
        .getPathItems()
        .forEach((path, item) ->
            item.getOperations().values().forEach(operation -> complete(path, operation)));
  }

  /** What follows from the form of an operation: a body can be wrong, so can a query, and a thing may not be there. */
  private static void complete(String path, Operation operation) {
    APIResponses responses = operation.getResponses();
    new TreeMap<>(BY_HEADER).forEach((status, name) -> refer(responses, status, name));
    if (operation.getRequestBody() != null || hasQuery(operation)) {
      refer(responses, "422", ApiResponses.INVALID);
    }
    if (path.contains("{")) {
      refer(responses, "404", ApiResponses.NOT_FOUND);
    }
    if (path.startsWith(API)) {
      refer(responses, "429", ApiResponses.TOO_MANY_REQUESTS);
    }
    refer(responses, "503", ApiResponses.UNAVAILABLE);
    responses.setDefaultValue(problem("Any other problem"));
    if (path.startsWith(CONSOLE)) {
      showToPeople(responses);
    }
  }

  /** Below the console a browser, which takes pages, gets a page in the place of a problem. */
  private static void showToPeople(APIResponses responses) {
    responses.getAPIResponses().forEach((status, response) -> {
      String ref = response.getRef();
      if (ref != null) {
        String name = ref.substring(COMPONENT.length());
        responses.addAPIResponse(status, withPage(problem(SHARED.get(name))));
      } else if (response.getContent() != null
          && response.getContent().hasMediaType(Problem.MEDIA_TYPE)) {
        withPage(response);
      }
    });
    withPage(responses.getDefaultValue());
  }

  private static APIResponse withPage(APIResponse problem) {
    problem.getContent().addMediaType(MediaType.TEXT_HTML, OASFactory.createMediaType());
    return problem;
  }

  private static boolean hasQuery(Operation operation) {
    return operation.getParameters() != null
        && operation.getParameters().stream()
            .anyMatch(parameter -> parameter.getIn() == Parameter.In.QUERY);
  }

  private static void refer(APIResponses responses, String status, String name) {
    if (!responses.hasAPIResponse(status)) {
      responses.addAPIResponse(status, OASFactory.createAPIResponse().ref(COMPONENT + name));
    }
  }

  private static APIResponse problem(String description) {
    Content content = OASFactory.createContent()
        .addMediaType(
            Problem.MEDIA_TYPE,
            OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem")));
    return OASFactory.createAPIResponse().description(description).content(content);
  }
}
