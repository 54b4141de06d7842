package io.github.openstackmaven;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.YieldStmt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the plugin's code can say when it fails, read from its source: wherever an {@link OpenStackException} or one of its
 * subtypes is made, the texts that cause and advice may have. What is known only at run time is {@value #UNKNOWN}.
 */
final class Messages {
    static final String UNKNOWN = "…";

    /** A caught exception as a text: its class and Java's own words. */
    static final String EXCEPTION = "java.lang.Exception";

    private static final String ROOT = "OpenStackException";
    private static final int MOST_TEXTS = 300;
    private static final int DEEPEST = 8;

    /**
     * What one place in the code may say.
     *
     * @param place class and line
     * @param causes each text that the message may be
     * @param advice each text that the advice may be
     */
    record Message(String place, Set<String> causes, Set<String> advice) {
        /** The class that it is of. */
        String type() {
            return place.substring(0, place.indexOf(':'));
        }
    }

    private final List<CompilationUnit> units;
    private final Map<String, List<MethodCallExpr>> calls;
    private final Map<String, List<ObjectCreationExpr>> creations;
    private final Map<String, CompilationUnit> types;

    private Messages(List<CompilationUnit> units) {
        this.units = units;
        calls = all(MethodCallExpr.class).collect(Collectors.groupingBy(MethodCallExpr::getNameAsString));
        creations = all(ObjectCreationExpr.class)
                .collect(Collectors.groupingBy(made -> made.getType().getNameAsString()));
        types = units.stream()
                .filter(unit -> unit.getPrimaryTypeName().isPresent())
                .collect(Collectors.toMap(
                        unit -> unit.getPrimaryTypeName().orElseThrow(), unit -> unit, (one, other) -> one));
    }

    private <T extends Node> Stream<T> all(Class<T> kind) {
        return units.stream().flatMap(unit -> unit.findAll(kind).stream());
    }

    /** Those of the sources below a folder that are wanted. */
    static Messages of(Path sources, Predicate<Path> wanted) throws IOException {
        JavaParser parser =
                new JavaParser(new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17));
        List<CompilationUnit> units = new ArrayList<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .filter(wanted)
                    .sorted()
                    .toList()) {
                units.add(parser.parse(file).getResult().orElseThrow());
            }
        }
        return new Messages(units);
    }

    /** Every text that is written in the code, of failures and of whatever else. */
    Set<String> literals() {
        return all(StringLiteralExpr.class).map(StringLiteralExpr::asString).collect(Collectors.toSet());
    }

    /** What a failure can say, place by place. */
    List<Message> failures() {
        Set<String> subtypes = subtypes();
        return units.stream().flatMap(unit -> in(unit, subtypes)).toList();
    }

    /** What is seen while something is waited for that does not come, and what to do about that. */
    List<Message> sightings() {
        return calls.values().stream()
                .flatMap(List::stream)
                .filter(call -> call.getArguments().size() == 2)
                .filter(call -> call.getScope()
                        .filter(scope -> scope.toString().equals("ProbeResult"))
                        .isPresent())
                .map(call -> message(call, call.getArguments()))
                .toList();
    }

    // A subtype says what it says in its constructor; those that are told both are looked at where they are made.
    private Stream<Message> in(CompilationUnit unit, Set<String> subtypes) {
        Stream<Message> made = unit.findAll(ObjectCreationExpr.class).stream()
                .filter(creation -> creation.getType().getNameAsString().equals(ROOT))
                .map(creation -> message(creation, creation.getArguments()));
        Stream<Message> inherited = unit.findAll(ExplicitConstructorInvocationStmt.class).stream()
                .filter(call ->
                        !call.isThis() && owner(call).filter(subtypes::contains).isPresent())
                .map(call -> message(call, call.getArguments()));
        return Stream.concat(made, inherited);
    }

    private Set<String> subtypes() {
        return all(ClassOrInterfaceDeclaration.class)
                .filter(type -> type.getExtendedTypes().stream()
                        .anyMatch(parent -> parent.getNameAsString().equals(ROOT)))
                .map(ClassOrInterfaceDeclaration::getNameAsString)
                .collect(Collectors.toSet());
    }

    private Message message(Node node, NodeList<Expression> arguments) {
        String place = owner(node).orElse("") + ":" + node.getBegin().orElseThrow().line;
        return new Message(place, texts(arguments.get(0), 0), texts(arguments.get(1), 0));
    }

    private Set<String> texts(Expression expression, int depth) {
        if (depth > DEEPEST) return Set.of(UNKNOWN);
        if (expression instanceof TextBlockLiteralExpr block) return Set.of(block.translateEscapes());
        if (expression instanceof StringLiteralExpr text) return Set.of(text.asString());
        if (expression instanceof LiteralStringValueExpr literal) return Set.of(literal.getValue());
        if (expression instanceof EnclosedExpr enclosed) return texts(enclosed.getInner(), depth);
        if (expression instanceof BinaryExpr sum)
            return joined(texts(sum.getLeft(), depth), texts(sum.getRight(), depth));
        if (expression instanceof ConditionalExpr either) {
            return union(Stream.of(either.getThenExpr(), either.getElseExpr()), depth);
        }
        if (expression instanceof SwitchExpr choice) return union(results(choice), depth);
        if (expression instanceof NameExpr name) return named(name, depth + 1);
        if (expression instanceof FieldAccessExpr field) return field(field, depth + 1);
        if (expression instanceof MethodCallExpr call) return called(call, depth + 1);
        return Set.of(UNKNOWN);
    }

    private Set<String> union(Stream<Expression> alternatives, int depth) {
        Set<String> all = alternatives
                .flatMap(alternative -> texts(alternative, depth).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return all.isEmpty() || all.size() > MOST_TEXTS ? Set.of(UNKNOWN) : all;
    }

    private static Set<String> joined(Set<String> starts, Set<String> ends) {
        if (starts.size() * ends.size() > MOST_TEXTS) return Set.of(UNKNOWN);
        return starts.stream()
                .flatMap(start -> ends.stream().map(start::concat))
                .map(text -> text.replace(UNKNOWN + UNKNOWN, UNKNOWN))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<Expression> results(SwitchExpr choice) {
        return choice.getEntries().stream()
                .flatMap(entry -> entry.getStatements().stream())
                .flatMap(Messages::results);
    }

    private static Stream<Expression> results(Statement statement) {
        return statement instanceof ExpressionStmt value
                ? Stream.of(value.getExpression())
                : statement.findAll(YieldStmt.class).stream().map(YieldStmt::getExpression);
    }

    // A local variable's, a parameter's as its callers give it, a constant's.
    private Set<String> named(NameExpr name, int depth) {
        String word = name.getNameAsString();
        Optional<CallableDeclaration<?>> code = code(name);
        Optional<VariableDeclarator> local = code.flatMap(there -> variable(there, word));
        if (local.isPresent()) return value(local, depth);
        if (isCaught(name, word)) return Set.of(EXCEPTION);
        int parameter = code.map(there -> parameters(there).indexOf(word)).orElse(-1);
        return parameter >= 0
                ? given(code.orElseThrow(), parameter, depth)
                : value(name.findCompilationUnit().flatMap(unit -> variable(unit, word)), depth);
    }

    private static boolean isCaught(Node place, String name) {
        return place.getParentNode()
                .filter(parent -> isCaughtBy(parent, name) || isCaught(parent, name))
                .isPresent();
    }

    private static boolean isCaughtBy(Node node, String name) {
        return node instanceof CatchClause clause
                && clause.getParameter().getNameAsString().equals(name);
    }

    private static List<String> parameters(CallableDeclaration<?> code) {
        return code.getParameters().stream().map(Parameter::getNameAsString).toList();
    }

    private static Optional<CallableDeclaration<?>> code(Node node) {
        return node.getParentNode()
                .flatMap(parent -> parent instanceof CallableDeclaration<?> code ? Optional.of(code) : code(parent));
    }

    private Set<String> field(FieldAccessExpr field, int depth) {
        return value(
                Optional.ofNullable(types.get(field.getScope().toString()))
                        .flatMap(type -> variable(type, field.getNameAsString())),
                depth);
    }

    private static Optional<VariableDeclarator> variable(Node place, String name) {
        return place.findAll(VariableDeclarator.class).stream()
                .filter(variable -> variable.getNameAsString().equals(name))
                .findFirst();
    }

    private Set<String> value(Optional<VariableDeclarator> variable, int depth) {
        return variable.flatMap(VariableDeclarator::getInitializer)
                .map(value -> texts(value, depth))
                .orElse(Set.of(UNKNOWN));
    }

    private Set<String> given(CallableDeclaration<?> code, int at, int depth) {
        String owner = owner(code).orElse("");
        int arguments = code.getParameters().size();
        Stream<NodeList<Expression>> given = code instanceof MethodDeclaration
                ? calls.getOrDefault(code.getNameAsString(), List.of()).stream()
                        .filter(call -> call.getScope()
                                .map(scope -> scope.toString().equals(owner))
                                .orElseGet(() -> call.findCompilationUnit().equals(code.findCompilationUnit())))
                        .map(MethodCallExpr::getArguments)
                : made(owner);
        return union(given.filter(call -> call.size() == arguments).map(call -> call.get(at)), depth);
    }

    private Stream<NodeList<Expression>> made(String type) {
        Stream<NodeList<Expression>> created =
                creations.getOrDefault(type, List.of()).stream().map(ObjectCreationExpr::getArguments);
        Stream<NodeList<Expression>> delegated = Optional.ofNullable(types.get(type)).stream()
                .flatMap(there -> there.findAll(ExplicitConstructorInvocationStmt.class).stream())
                .filter(ExplicitConstructorInvocationStmt::isThis)
                .map(ExplicitConstructorInvocationStmt::getArguments);
        return Stream.concat(created, delegated);
    }

    private Set<String> called(MethodCallExpr call, int depth) {
        return switch (call.getNameAsString()) {
            case "lineSeparator" -> Set.of("\n");
            case "formatted" ->
                texts(call.getScope().orElseThrow(), depth).stream()
                        .map(text -> text.replaceAll("%[a-z]", UNKNOWN))
                        .collect(Collectors.toSet());
            case "orElse" -> union(Stream.of(mapped(call), call.getArgument(0)), depth);
            case "orElseGet" -> union(Stream.of(mapped(call), result(call.getArgument(0))), depth);
            default -> returned(call, depth);
        };
    }

    // What a call of map before it turns the value into.
    private static Expression mapped(MethodCallExpr call) {
        return call.getScope()
                .filter(scope -> scope instanceof MethodCallExpr map
                        && map.getNameAsString().equals("map"))
                .map(scope -> result(((MethodCallExpr) scope).getArgument(0)))
                .orElse(call.getScope().orElseThrow());
    }

    private static Expression result(Expression function) {
        return function instanceof LambdaExpr lambda
                ? lambda.getExpressionBody().orElse(function)
                : function;
    }

    // By a method of the same file.
    private Set<String> returned(MethodCallExpr call, int depth) {
        if (call.getScope().isPresent()) return Set.of(UNKNOWN);
        return union(
                call.findCompilationUnit().orElseThrow().findAll(MethodDeclaration.class).stream()
                        .filter(method -> method.getNameAsString().equals(call.getNameAsString())
                                && method.getParameters().size()
                                        == call.getArguments().size())
                        .flatMap(method -> method.findAll(ReturnStmt.class).stream())
                        .flatMap(result -> result.getExpression().stream()),
                depth);
    }

    private static Optional<String> owner(Node node) {
        return node.findCompilationUnit().flatMap(CompilationUnit::getPrimaryTypeName);
    }
}
