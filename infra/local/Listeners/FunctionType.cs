using System.Reflection;
using System.Reflection.Emit;
using Azure.Storage.Blobs;
using Azure.Storage.Queues.Models;
using Dissemination.Local.Worker;
using Microsoft.Azure.WebJobs;
using BlobTrigger = Dissemination.Local.Worker.BlobTrigger;
using QueueTrigger = Dissemination.Local.Worker.QueueTrigger;
using TimerTrigger = Dissemination.Local.Worker.TimerTrigger;

namespace Dissemination.Local.Listeners;

/// <summary>
/// Makes the type that the SDK's listeners look through: a method a function, whose parameter carries the trigger's attribute and
/// whose body calls the worker. Azure's host does the same, under the same name.
/// </summary>
internal static class FunctionType
{
    private const string Name = "Host.Functions";

    public static Type Of(IEnumerable<WorkerFunction> functions)
    {
        var assembly = AssemblyBuilder.DefineDynamicAssembly(new(Name), AssemblyBuilderAccess.Run);
        var type = assembly.DefineDynamicModule(Name)
            .DefineType(Name, TypeAttributes.Public | TypeAttributes.Class, typeof(FunctionMethods));
        DefineConstructor(type);
        foreach (var function in functions)
        {
            if (ParameterOf(function.Trigger) is var (parameter, attribute))
            {
                DefineMethod(type, function, parameter, attribute);
            }
        }

        return type.CreateType();
    }

    private static (Type Parameter, CustomAttributeBuilder Attribute)? ParameterOf(Trigger trigger) => trigger switch
    {
        BlobTrigger blob => (typeof(BlobClient), Attribute<BlobTriggerAttribute>(blob.Path)),
        QueueTrigger queue => (typeof(QueueMessage), Attribute<QueueTriggerAttribute>(queue.Queue)),
        TimerTrigger timer => (typeof(TimerInfo), Attribute<TimerTriggerAttribute>(timer.Schedule)),
        _ => null, // HTTP has a way of its own
    };

    private static CustomAttributeBuilder Attribute<T>(string argument) => new(typeof(T).GetConstructor([typeof(string)])!, [argument]);

    private static void DefineConstructor(TypeBuilder type)
    {
        Type[] parameters = [typeof(IFunctionCalls)];
        var body = type.DefineConstructor(MethodAttributes.Public, CallingConventions.HasThis, parameters).GetILGenerator();
        body.Emit(OpCodes.Ldarg_0);
        body.Emit(OpCodes.Ldarg_1);
        body.Emit(
            OpCodes.Call,
            typeof(FunctionMethods).GetConstructor(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public, parameters)!);
        body.Emit(OpCodes.Ret);
    }

    private static void DefineMethod(TypeBuilder type, WorkerFunction function, Type parameter, CustomAttributeBuilder attribute)
    {
        var method = type.DefineMethod(function.Name, MethodAttributes.Public, typeof(Task), [parameter, typeof(CancellationToken)]);
        method.DefineParameter(1, ParameterAttributes.None, function.Trigger.Binding).SetCustomAttribute(attribute);
        method.DefineParameter(2, ParameterAttributes.None, "cancellationToken");
        var body = method.GetILGenerator();
        body.Emit(OpCodes.Ldarg_0);
        body.Emit(OpCodes.Ldstr, function.Name);
        body.Emit(OpCodes.Ldarg_1);
        body.Emit(OpCodes.Ldarg_2);
        body.Emit(OpCodes.Call, typeof(FunctionMethods).GetMethod("CallAsync", BindingFlags.Instance | BindingFlags.NonPublic)!);
        body.Emit(OpCodes.Ret);
    }
}
