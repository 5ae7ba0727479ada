using Dissemination.Intake.Drafts;

namespace Dissemination.Tests.Intake.Drafts;

public sealed class LikenessTests
{
    private const string Text = "Đến năm 2030 toàn tỉnh có 40.000 ha mắc ca, bà con hỏi cán bộ xã trước khi trồng cây trên đất dốc.";

    [Theory]
    [InlineData(Text, 1, 1)]
    [InlineData("**Đến năm 2030** toàn tỉnh có 40.000 ha mắc ca – bà con hỏi cán bộ xã trước khi trồng cây trên đất dốc", 1, 1)]
    [InlineData("Đến năm 2030 toàn tỉnh có 45.000 ha mắc ca, bà con hỏi cán bộ xã trước khi trồng cây trên đất dốc.", 0.5, 0.99)]
    [InlineData("Giữ rừng là giữ nước, mỗi bản một tổ bảo vệ rừng và một quy ước chung.", 0, 0.1)]
    [InlineData("Hai từ", 0, 0)]
    public void Near_texts_are_near_and_others_are_not(string other, double least, double most) =>
        Assert.InRange(new Likeness(Text).To(new(other)), least, most);
}
